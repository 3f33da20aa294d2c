package org.millwright.processes.printing.toolpaths.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The connected pieces of an area, found by joining runs of cells that touch from row to row. */
final class Runs {
    private final Grid grid;
    private int[] row = new int[256];
    private int[] from = new int[256];
    private int[] to = new int[256];
    private int[] piece = new int[256];
    private int count;

    Runs(Mask mask) {
        grid = mask.grid();
        int above = 0, aboveEnd = 0;
        for (int r = 0; r < grid.rows(); r++) {
            int begin = count;
            int column = mask.next(r, 0, true);
            while (column < grid.columns()) {
                int end = mask.next(r, column, false);
                add(r, column, end);
                column = mask.next(r, end, true);
            }
            int other = above;
            for (int run = begin; run < count; run++) {
                while (other < aboveEnd && to[other] <= from[run]) {
                    other++;
                }
                for (int touching = other; touching < aboveEnd && from[touching] < to[run]; touching++) {
                    join(touching, run);
                }
            }
            above = begin;
            aboveEnd = count;
        }
    }

    /** Adds the pieces of fewer cells than this to the target. */
    void copyBelow(int cells, Mask target) {
        var size = new int[count];
        for (int run = 0; run < count; run++) {
            size[first(run)] += to[run] - from[run];
        }
        for (int run = 0; run < count; run++) {
            if (size[first(run)] < cells) {
                target.fill(row[run], from[run], to[run]);
            }
        }
    }

    /** Adds the pieces that share a cell with the seeds to the target. */
    void copyTouching(Mask seeds, Mask target) {
        var touched = new boolean[count];
        for (int run = 0; run < count; run++) {
            touched[first(run)] |= seeds.next(row[run], from[run], true) < to[run];
        }
        for (int run = 0; run < count; run++) {
            if (touched[first(run)]) {
                target.fill(row[run], from[run], to[run]);
            }
        }
    }

    List<Mask> pieces() {
        var number = new int[count];
        var pieces = new ArrayList<Mask>();
        for (int run = 0; run < count; run++) {
            int first = first(run);
            if (first == run) {
                number[run] = pieces.size();
                pieces.add(Mask.empty(grid));
            }
            pieces.get(number[first]).fill(row[run], from[run], to[run]);
        }
        return pieces;
    }

    private void add(int r, int begin, int end) {
        if (count == row.length) {
            row = Arrays.copyOf(row, 2 * count);
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
            piece = Arrays.copyOf(piece, 2 * count);
        }
        row[count] = r;
        from[count] = begin;
        to[count] = end;
        piece[count] = count;
        count++;
    }

    /** The first run of a run's piece. */
    private int first(int run) {
        int at = run;
        while (piece[at] != at) {
            piece[at] = piece[piece[at]];
            at = piece[at];
        }
        return at;
    }

    private void join(int a, int b) {
        int one = first(a), other = first(b);
        piece[Math.max(one, other)] = Math.min(one, other);
    }
}
