package org.millwright.processes.printing.toolpaths.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/** The edge of a mask as rings along its cells. */
final class Tracing {
    private static final int[] STEP_COLUMN = {1, 0, -1, 0};
    private static final int[] STEP_ROW = {0, 1, 0, -1};

    private final Mask mask;
    private final Grid grid;
    /** Edges with the area on their left that have not been walked: direction bits of each lattice point. */
    private final byte[] open;

    private final int stride;

    Tracing(Mask mask) {
        this.mask = mask;
        this.grid = mask.grid();
        stride = grid.columns() + 1;
        open = new byte[stride * (grid.rows() + 1)];
    }

    List<Region> regions() {
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                if (mask.has(column, row)) {
                    mark(column, row, 0, column, row - 1);
                    mark(column + 1, row, 1, column + 1, row);
                    mark(column + 1, row + 1, 2, column, row + 1);
                    mark(column, row + 1, 3, column - 1, row);
                }
            }
        }
        var outers = new ArrayList<Ring>();
        var holes = new ArrayList<Ring>();
        for (int point = 0; point < open.length; point++) {
            while (open[point] != 0) {
                Ring ring = walk(point);
                (ring.signedAreaMm2() > 0 ? outers : holes).add(ring);
            }
        }
        return nested(outers, holes);
    }

    private void mark(int column, int row, int direction, int besideColumn, int besideRow) {
        if (!mask.has(besideColumn, besideRow)) {
            open[row * stride + column] |= (byte) (1 << direction);
        }
    }

    private Ring walk(int from) {
        double[] xy = new double[64];
        int used = 0;
        int point = from;
        int direction = Integer.numberOfTrailingZeros(open[point]);
        int last = -1;
        do {
            // Where two cells touch at a corner, turning left keeps them apart.
            if (last >= 0) {
                int left = (last + 1) & 3;
                int right = (last + 3) & 3;
                direction = has(point, left) ? left : has(point, last) ? last : right;
            }
            open[point] &= (byte) ~(1 << direction);
            int column = point % stride, row = point / stride;
            if (direction != last) {
                xy = used + 2 > xy.length ? Arrays.copyOf(xy, 2 * xy.length) : xy;
                xy[used++] = grid.x(column, row);
                xy[used++] = grid.y(column, row);
            }
            last = direction;
            point = (row + STEP_ROW[direction]) * stride + column + STEP_COLUMN[direction];
        } while (point != from || (has(point, (last + 1) & 3) && used < 4));
        return new Ring(Arrays.copyOf(xy, used));
    }

    private boolean has(int point, int direction) {
        return (open[point] >> direction & 1) != 0;
    }

    private static List<Region> nested(List<Ring> outers, List<Ring> holes) {
        Map<Ring, List<Ring>> inside = new HashMap<>();
        for (Ring hole : holes) {
            Ring best = null;
            for (Ring outer : outers) {
                boolean smaller = best == null || outer.signedAreaMm2() < best.signedAreaMm2();
                if (smaller && outer.signedAreaMm2() > -hole.signedAreaMm2() && encloses(outer, hole)) {
                    best = outer;
                }
            }
            if (best != null) {
                inside.computeIfAbsent(best, outer -> new ArrayList<>()).add(hole);
            }
        }
        return outers.stream()
                .map(outer -> new Region(outer, inside.getOrDefault(outer, List.of())))
                .toList();
    }

    /** Rings run along cells and touch at corners only, so the middle of an edge decides. */
    private static boolean encloses(Ring outer, Ring hole) {
        double x = (hole.x(0) + hole.x(1)) / 2, y = (hole.y(0) + hole.y(1)) / 2;
        boolean within = false;
        for (int i = 0, j = outer.size() - 1; i < outer.size(); j = i++) {
            double yi = outer.y(i), yj = outer.y(j);
            if ((yi > y) != (yj > y) && x < (outer.x(j) - outer.x(i)) * (y - yi) / (yj - yi) + outer.x(i)) {
                within = !within;
            }
        }
        return within;
    }
}
