package org.millwright.processes.printing.toolpaths.supports;

import org.millwright.processes.printing.toolpaths.raster.Grid;
import org.millwright.processes.printing.toolpaths.raster.Mask;

/** What of a level overhang threads can cross from wall to wall, so that it needs no support. */
final class Bridges {
    private static final int DIRECTIONS = 12;

    private Bridges() {}

    /**
     * The cells that threads in the best single direction cross with both ends on the layer below; each connected piece has a
     * direction of its own.
     *
     * @param below the layer below, to which ends hold
     */
    static Mask over(Mask overhang, Mask below) {
        Mask spanned = Mask.empty(overhang.grid());
        for (Mask piece : overhang.pieces()) {
            Mask best = Mask.empty(overhang.grid());
            double most = 0;
            for (int direction = 0; direction < DIRECTIONS; direction++) {
                Mask covered = covered(piece, below, Math.PI * direction / DIRECTIONS);
                double area = covered.areaMm2();
                if (area > most * 1.001) {
                    most = area;
                    best = covered;
                }
            }
            spanned = spanned.or(best);
        }
        return spanned;
    }

    private static Mask covered(Mask piece, Mask below, double angle) {
        Grid grid = piece.grid();
        Mask covered = Mask.empty(grid);
        double dx = Math.cos(angle), dy = Math.sin(angle);
        double scale = 1 / Math.max(Math.abs(dx), Math.abs(dy));
        dx *= scale;
        dy *= scale;
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                if (piece.has(column, row) && !covered.has(column, row)) {
                    int ahead = steps(piece, column, row, dx, dy);
                    int behind = steps(piece, column, row, -dx, -dy);
                    if (holds(below, column, row, dx, dy, ahead) && holds(below, column, row, -dx, -dy, behind)) {
                        for (int step = -behind + 1; step < ahead; step++) {
                            int c = (int) Math.round(column + step * dx), r = (int) Math.round(row + step * dy);
                            if (piece.has(c, r)) {
                                covered.set(c, r);
                            }
                        }
                    }
                }
            }
        }
        return covered;
    }

    /** Steps until the piece is left. */
    private static int steps(Mask piece, int column, int row, double dx, double dy) {
        int step = 1;
        while (piece.has((int) Math.round(column + step * dx), (int) Math.round(row + step * dy))) {
            step++;
        }
        return step;
    }

    private static boolean holds(Mask below, int column, int row, double dx, double dy, int at) {
        for (int step = at; step <= at + 1; step++) {
            if (below.has((int) Math.round(column + step * dx), (int) Math.round(row + step * dy))) {
                return true;
            }
        }
        return false;
    }
}
