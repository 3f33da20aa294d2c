package org.millwright.processes.printing.toolpaths.supports;

import org.jspecify.annotations.Nullable;
import org.millwright.processes.printing.toolpaths.raster.Mask;

/** What of a level overhang threads can cross from wall to wall, so that it needs no support. */
final class Bridges {
    private static final int DIRECTIONS = 12;
    /** A thread holds when it meets the layer below within so many cells of the overhang's edge. */
    private static final int HOLD_CELLS = 2;

    private static final byte OVER = 1;
    private static final byte BELOW = 2;

    private final int left;
    private final int top;
    private final int columns;
    private final int rows;
    /** Cells around the piece: whether they hang over, and whether the layer below has them. */
    private final byte[] cells;

    private Bridges(Mask piece, Mask below) {
        int[] box = piece.box();
        left = box[0] - HOLD_CELLS;
        top = box[1] - HOLD_CELLS;
        columns = box[2] - box[0] + 1 + 2 * HOLD_CELLS;
        rows = box[3] - box[1] + 1 + 2 * HOLD_CELLS;
        cells = new byte[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                boolean over = piece.has(left + column, top + row), under = below.has(left + column, top + row);
                cells[row * columns + column] = (byte) ((over ? OVER : 0) | (under ? BELOW : 0));
            }
        }
    }

    /**
     * The cells that threads in the best single direction cross with both ends on the layer below; each connected piece has a
     * direction of its own.
     *
     * @param below the layer below, to which ends hold
     */
    static Mask over(Mask overhang, Mask below) {
        Mask spanned = Mask.empty(overhang.grid());
        for (Mask piece : overhang.pieces()) {
            new Bridges(piece, below).addBest(spanned);
        }
        return spanned;
    }

    private void addBest(Mask spanned) {
        int best = -1, most = 0;
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            int covered = cross(direction, null);
            if (covered > most) {
                most = covered;
                best = direction;
            }
        }
        if (best >= 0) {
            cross(best, spanned);
        }
    }

    /** Counts the cells crossed by held threads in the direction, and adds them to {@code spanned} when there is one. */
    private int cross(int direction, @Nullable Mask spanned) {
        double angle = Math.PI * direction / DIRECTIONS;
        boolean along = Math.abs(Math.cos(angle)) >= Math.abs(Math.sin(angle));
        double slope = along ? Math.tan(angle) : 1 / Math.tan(angle);
        int steps = along ? columns : rows, across = along ? rows : columns;
        // Threads are the same staircase, moved across; every cell is on one of them.
        var stair = new int[steps];
        int lowest = 0, highest = 0;
        for (int step = 0; step < steps; step++) {
            stair[step] = (int) Math.round(step * slope);
            lowest = Math.min(lowest, stair[step]);
            highest = Math.max(highest, stair[step]);
        }
        int count = 0;
        for (int thread = -highest; thread < across - lowest; thread++) {
            int begun = -1;
            for (int step = 0; step <= steps; step++) {
                boolean over = step < steps && (cell(along, step, thread + stair[step]) & OVER) != 0;
                if (over && begun < 0) {
                    begun = step;
                } else if (!over && begun >= 0) {
                    if (holds(along, stair, thread, begun - 1, -1) && holds(along, stair, thread, step, 1)) {
                        count += step - begun;
                        for (int at = begun; spanned != null && at < step; at++) {
                            int other = thread + stair[at];
                            spanned.set(left + (along ? at : other), top + (along ? other : at));
                        }
                    }
                    begun = -1;
                }
            }
        }
        return count;
    }

    private boolean holds(boolean along, int[] stair, int thread, int from, int onwards) {
        boolean held = false;
        for (int i = 0, step = from; i < HOLD_CELLS && step >= 0 && step < stair.length; i++, step += onwards) {
            held |= (cell(along, step, thread + stair[step]) & BELOW) != 0;
        }
        return held;
    }

    private int cell(boolean along, int step, int other) {
        int column = along ? step : other, row = along ? other : step;
        return column < 0 || row < 0 || column >= columns || row >= rows ? 0 : cells[row * columns + column];
    }
}
