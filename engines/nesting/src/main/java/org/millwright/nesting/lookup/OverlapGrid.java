package org.millwright.nesting.lookup;

import java.util.Arrays;
import org.millwright.nesting.shape.Overlap;

/**
 * Losses of one pair of figures at positions of the second relative to the first, looked up: the no-fit polygon as a
 * picture, and the depth inside of it. A loss is how deep they overlap times a length that grows with their size. Cells
 * through which a border runs are divided once more, by the finer nodes of the picture. Where it runs through such a small
 * cell as a straight line, that is kept when the cell has been asked for often; else the figures themselves decide.
 */
final class OverlapGrid {
    private static final int PARTS = NoFitMap.PARTS;
    /** A divided cell has a block: border lines of its parts. */
    private static final int BLOCK = PARTS * PARTS;

    private static final short UNKNOWN = 0;
    private static final short INSIDE = -1;
    private static final short OUTSIDE = -2;

    private final NoFitMap map;
    private final int cells;
    private final double fromX;
    private final double fromY;
    private final double perX;
    private final double perY;
    private final DepthMap depths;

    /** For each cell the number of its block, from 1, or why it has none. */
    private final short[] blockOf;

    private short[] lines = new short[8 * BLOCK];
    private int blocks;

    OverlapGrid(NoFitMap map) {
        this.map = map;
        cells = map.cells;
        blockOf = new short[cells * cells];
        fromX = map.fromX;
        fromY = map.fromY;
        depths = map.depths;
        perX = 1 / map.stepX;
        perY = 1 / map.stepY;
    }

    double loss(double dx, double dy, double limit, Overlap exact) {
        double gx = (dx - fromX) * perX;
        double gy = (dy - fromY) * perY;
        int cx = (int) gx;
        int cy = (int) gy;
        if (gx < 0 || gy < 0 || cx >= cells || cy >= cells) {
            return measured(dx, dy, limit, exact);
        }
        int cell = cy * cells + cx;
        short block = blockOf[cell];
        if (block == UNKNOWN) {
            block = classify(cell, cx, cy);
        }
        if (block == OUTSIDE) {
            return 0;
        }
        return block == INSIDE ? lossAt(depths.at(gx, gy)) : inBorderCell(block, gx, gy, dx, dy, limit, exact);
    }

    /** Exactly whether the figures overlap, and by the map of depths how much; infinity where no more than whether is asked. */
    double measured(double dx, double dy, double limit, Overlap exact) {
        return exact.collide(map.a, map.b, dx, dy) ? deep((dx - fromX) * perX, (dy - fromY) * perY, limit) : 0;
    }

    /** The positions that are looked up. */
    NoFitMap.Range range() {
        return map.range();
    }

    /** How much figures that overlap do so, at a place counted in cells. */
    private double deep(double gx, double gy, double limit) {
        return limit <= Double.MIN_NORMAL ? Double.POSITIVE_INFINITY : lossAt(depths.at(gx, gy));
    }

    /** About what {@link #measured} says, by the map of depths alone. */
    double mapped(double dx, double dy) {
        double depth = depths.at((dx - fromX) * perX, (dy - fromY) * perY);
        return depth > 0 ? lossAt(depth) : 0;
    }

    private double lossAt(double depth) {
        return map.unit * (depth >= 1 ? depth : 1 / (2 - depth));
    }

    private double inBorderCell(int block, double gx, double gy, double dx, double dy, double limit, Overlap exact) {
        int fineX = (int) (gx * PARTS);
        int fineY = (int) (gy * PARTS);
        int part = (block - 1) * BLOCK + fineY % PARTS * PARTS + fineX % PARTS;
        short line = lines[part];
        if (line == BorderLine.UNKNOWN) {
            line = map.picture.isUniform(fineX, fineY)
                    ? map.picture.isSet(fineX, fineY) ? BorderLine.ALL : BorderLine.NONE
                    : BorderLine.MIXED;
            lines[part] = line;
        }
        if (line == BorderLine.NONE) {
            return 0;
        }
        double sx = gx * PARTS - fineX;
        double sy = gy * PARTS - fineY;
        if (line == BorderLine.ALL || BorderLine.isLine(line)) {
            return line == BorderLine.ALL || BorderLine.overlaps(line, sx, sy) ? deep(gx, gy, limit) : 0;
        }
        double partX = map.stepX / PARTS;
        double partY = map.stepY / PARTS;
        lines[part] = BorderLine.asked(
                line, (x, y) -> exact.collide(map.a, map.b, dx + (x - sx) * partX, dy + (y - sy) * partY));
        return measured(dx, dy, limit, exact);
    }

    private short classify(int cell, int cx, int cy) {
        int side = depths.side(cx, cy);
        if (side == 0 && blocks * BLOCK == lines.length) {
            lines = Arrays.copyOf(lines, 2 * lines.length);
        }
        short block = side > 0 ? INSIDE : side < 0 ? OUTSIDE : (short) ++blocks;
        blockOf[cell] = block;
        return block;
    }
}
