package org.millwright.nesting.lookup;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Overlap;

/**
 * Losses of one pair of figures on a grid of positions of the second relative to the first, each found when it is first
 * asked for: the no-fit polygon as a picture. A loss is how deep they overlap times a length that grows with their size.
 * Between positions that all overlap losses are interpolated; cells through which a border runs are divided once more.
 * Where it runs through such a small cell as a straight line, that is kept when the cell has been asked for often; else the
 * figures themselves decide.
 * Losses are kept in half precision, in units of the least there is, because memory is what look-ups wait for.
 */
final class OverlapGrid {
    private static final int PARTS = 4;
    private static final int PART_NODES = PARTS + 1;
    /** A divided cell has a block: border lines of its parts, then its nodes. */
    private static final int FIRST_NODE = PARTS * PARTS;

    private static final int BLOCK = FIRST_NODE + PART_NODES * PART_NODES;

    /** What half precision holds, in units; nothing that overlaps is rounded to 0. */
    private static final short LEAST_LOSS = 1;

    private static final double MOST_LOSS = 65_000;

    private static final short UNKNOWN = Short.MIN_VALUE;

    private final Figure a;
    private final Figure b;
    private final double fromX;
    private final double fromY;
    private final double stepX;
    private final double stepY;
    private final double perX;
    private final double perY;
    private final double unit;
    private final double softUm;
    private @Nullable DepthMap depths;
    /** So many cells along each axis. */
    private final int cells;

    private final int nodes;
    private final short[] node;
    /** For each cell the number of its block, from 1. */
    private final short[] blockOf;

    private short[] parts = new short[8 * BLOCK];
    private int blocks;

    /**
     * A grid on which nothing is known.
     *
     * @param cells so many along each axis, at most 128
     */
    OverlapGrid(Figure a, Figure b, int cells) {
        this.a = a;
        this.b = b;
        this.cells = cells;
        nodes = cells + 1;
        node = new short[nodes * nodes];
        blockOf = new short[cells * cells];
        fromX = a.minX - b.maxX;
        fromY = a.minY - b.maxY;
        stepX = (a.maxX - b.minX - fromX) / cells;
        stepY = (a.maxY - b.minY - fromY) / cells;
        perX = 1 / stepX;
        perY = 1 / stepY;
        unit = Overlap.least(a, b);
        softUm = unit / (a.hullRoot * b.hullRoot);
        Arrays.fill(node, UNKNOWN);
    }

    double loss(double dx, double dy, double limit, Overlap exact) {
        double gx = (dx - fromX) * perX;
        double gy = (dy - fromY) * perY;
        int cx = (int) gx;
        int cy = (int) gy;
        if (gx < 0 || gy < 0 || cx >= cells || cy >= cells) {
            return measured(dx, dy, limit, exact);
        }
        int at = cy * nodes + cx;
        if ((node[at] | node[at + 1] | node[at + nodes] | node[at + nodes + 1]) < 0) {
            find(cx, cy, exact);
        }
        short n00 = node[at];
        short n10 = node[at + 1];
        short n01 = node[at + nodes];
        short n11 = node[at + nodes + 1];
        if (n00 > 0 && n10 > 0 && n01 > 0 && n11 > 0) {
            return between(n00, n10, n01, n11, gx - cx, gy - cy);
        }
        return (n00 | n10 | n01 | n11) == 0 ? 0 : inBorderCell(cx, cy, gx - cx, gy - cy, dx, dy, limit, exact);
    }

    /** Exactly whether the figures overlap, and by the map of depths how much; infinity where no more than whether is asked. */
    double measured(double dx, double dy, double limit, Overlap exact) {
        return exact.collide(a, b, dx, dy) ? deep((dx - fromX) * perX, (dy - fromY) * perY, limit, exact) : 0;
    }

    /** How much figures that overlap do so, at a place counted in cells. */
    private double deep(double gx, double gy, double limit, Overlap exact) {
        if (limit <= Double.MIN_NORMAL) {
            return Double.POSITIVE_INFINITY;
        }
        return lossAt(depths(exact).depthUm(gx, gy));
    }

    /** About what {@link #measured} says, by the map of depths alone. */
    double mapped(double dx, double dy, Overlap exact) {
        double depthUm = depths(exact).depthUm((dx - fromX) * perX, (dy - fromY) * perY);
        return depthUm > 0 ? lossAt(depthUm) : 0;
    }

    private DepthMap depths(Overlap exact) {
        DepthMap known = depths;
        if (known == null) {
            known = new DepthMap(a, b, cells, fromX, fromY, stepX, stepY, exact);
            depths = known;
        }
        return known;
    }

    private double lossAt(double depthUm) {
        return unit * (depthUm >= softUm ? depthUm / softUm : softUm / (2 * softUm - depthUm));
    }

    private double between(short n00, short n10, short n01, short n11, double tx, double ty) {
        double f00 = Float.float16ToFloat(n00);
        double f01 = Float.float16ToFloat(n01);
        double low = f00 + tx * (Float.float16ToFloat(n10) - f00);
        double high = f01 + tx * (Float.float16ToFloat(n11) - f01);
        return unit * (low + ty * (high - low));
    }

    private double inBorderCell(
            int cx, int cy, double tx, double ty, double dx, double dy, double limit, Overlap exact) {
        int cell = cy * cells + cx;
        if (blockOf[cell] == 0) {
            divide(cell);
        }
        int px = (int) (tx * PARTS);
        int py = (int) (ty * PARTS);
        double sx = tx * PARTS - px;
        double sy = ty * PARTS - py;
        short line = parts[(blockOf[cell] - 1) * BLOCK + py * PARTS + px];
        if (line == BorderLine.NONE) {
            return 0;
        }
        if (BorderLine.isLine(line)) {
            return BorderLine.overlaps(line, sx, sy) ? deep(cx + tx, cy + ty, limit, exact) : 0;
        }
        return inPart(cx, cy, px, py, sx, sy, dx, dy, limit, exact);
    }

    /** In a part of a cell of which no line is known. */
    private double inPart(
            int cx, int cy, int px, int py, double sx, double sy, double dx, double dy, double limit, Overlap exact) {
        int block = (blockOf[cy * cells + cx] - 1) * BLOCK;
        int at = block + FIRST_NODE + py * PART_NODES + px;
        if ((parts[at] | parts[at + 1] | parts[at + PART_NODES] | parts[at + PART_NODES + 1]) < 0) {
            findParts(cx, cy, px, py, at, exact);
        }
        short n00 = parts[at];
        short n10 = parts[at + 1];
        short n01 = parts[at + PART_NODES];
        short n11 = parts[at + PART_NODES + 1];
        if (n00 > 0 && n10 > 0 && n01 > 0 && n11 > 0) {
            return between(n00, n10, n01, n11, sx, sy);
        }
        int part = block + py * PARTS + px;
        if ((n00 | n10 | n01 | n11) == 0) {
            parts[part] = BorderLine.NONE;
            return 0;
        }
        double partX = stepX / PARTS;
        double partY = stepY / PARTS;
        parts[part] = BorderLine.asked(
                parts[part], (x, y) -> exact.collide(a, b, dx + (x - sx) * partX, dy + (y - sy) * partY));
        return measured(dx, dy, limit, exact);
    }

    private void divide(int cell) {
        int from = blocks * BLOCK;
        if (from == parts.length) {
            parts = Arrays.copyOf(parts, 2 * from);
        }
        Arrays.fill(parts, from, from + FIRST_NODE, BorderLine.UNKNOWN);
        Arrays.fill(parts, from + FIRST_NODE, from + BLOCK, UNKNOWN);
        blockOf[cell] = (short) ++blocks;
    }

    private void find(int cx, int cy, Overlap exact) {
        for (int y = cy; y <= cy + 1; y++) {
            for (int x = cx; x <= cx + 1; x++) {
                if (node[y * nodes + x] < 0) {
                    node[y * nodes + x] = at(x, y, exact);
                }
            }
        }
    }

    private void findParts(int cx, int cy, int px, int py, int at, Overlap exact) {
        for (int y = 0; y <= 1; y++) {
            for (int x = 0; x <= 1; x++) {
                int k = at + y * PART_NODES + x;
                if (parts[k] < 0) {
                    parts[k] = at(cx + (px + x) / (double) PARTS, cy + (py + y) / (double) PARTS, exact);
                }
            }
        }
    }

    /** The loss at a place counted in cells, in units. */
    private short at(double x, double y, Overlap exact) {
        double loss = measured(fromX + x * stepX, fromY + y * stepY, Double.POSITIVE_INFINITY, exact);
        if (loss == 0) {
            return 0;
        }
        return (short) Math.max(LEAST_LOSS, Float.floatToFloat16((float) Math.min(loss / unit, MOST_LOSS)));
    }
}
