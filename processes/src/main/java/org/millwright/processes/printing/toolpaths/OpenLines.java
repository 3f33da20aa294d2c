package org.millwright.processes.printing.toolpaths;

import java.util.Arrays;
import org.millwright.geometry.Straight;

/**
 * Line ends still to be drawn, found by nearness through a grid of square cells. End {@code 2n} and {@code 2n + 1} belong to
 * line {@code n}.
 */
final class OpenLines {
    private final double[] xy;
    private final boolean[] taken;
    private final int[] next;
    private final int[] cellHead;
    private final double originX;
    private final double originY;
    private final double cellMm;
    private final int columns;
    private final int rows;
    private int lowest;

    /**
     * Takes x, y of both ends of each line in turn.
     */
    OpenLines(double[] xy) {
        this.xy = xy;
        int ends = xy.length / 2;
        taken = new boolean[ends / 2];
        double minX = 0, minY = 0, maxX = 0, maxY = 0;
        for (int end = 0; end < ends; end++) {
            minX = end == 0 ? xy[0] : Math.min(minX, xy[2 * end]);
            maxX = end == 0 ? xy[0] : Math.max(maxX, xy[2 * end]);
            minY = end == 0 ? xy[1] : Math.min(minY, xy[2 * end + 1]);
            maxY = end == 0 ? xy[1] : Math.max(maxY, xy[2 * end + 1]);
        }
        originX = minX;
        originY = minY;
        double area = Math.max(1e-6, (maxX - minX) * (maxY - minY));
        cellMm = Math.max(Math.sqrt(area / Math.max(1, ends)), 0.05 + Math.max(maxX - minX, maxY - minY) / 500);
        columns = (int) ((maxX - minX) / cellMm) + 1;
        rows = (int) ((maxY - minY) / cellMm) + 1;
        cellHead = new int[columns * rows];
        Arrays.fill(cellHead, -1);
        next = new int[ends];
        for (int end = ends - 1; end >= 0; end--) {
            int cell = column(xy[2 * end]) + columns * row(xy[2 * end + 1]);
            next[end] = cellHead[cell];
            cellHead[cell] = end;
        }
    }

    void take(int line) {
        taken[line] = true;
    }

    /** The first end of the first line not yet taken. */
    int first() {
        while (taken[lowest]) {
            lowest++;
        }
        return 2 * lowest;
    }

    /** The end nearest to (x, y); at least one line must be left. */
    int nearest(double x, double y) {
        int centreColumn = column(x), centreRow = row(y);
        int best = -1;
        double nearest = Double.POSITIVE_INFINITY;
        for (int ring = 0; ring <= Math.max(columns, rows); ring++) {
            if (best >= 0 && nearest <= (ring - 1) * cellMm) {
                break;
            }
            for (int row = centreRow - ring; row <= centreRow + ring; row++) {
                boolean edge = row == centreRow - ring || row == centreRow + ring;
                int step = edge || ring == 0 ? 1 : 2 * ring;
                for (int column = centreColumn - ring; column <= centreColumn + ring; column += step) {
                    if (row < 0 || row >= rows || column < 0 || column >= columns) {
                        continue;
                    }
                    int cell = column + columns * row;
                    cellHead[cell] = skipTaken(cellHead[cell]);
                    for (int end = cellHead[cell]; end >= 0; end = next[end]) {
                        double distance = Straight.lengthMm(xy[2 * end] - x, xy[2 * end + 1] - y);
                        if (!taken[end / 2] && distance < nearest) {
                            nearest = distance;
                            best = end;
                        }
                    }
                }
            }
        }
        return best;
    }

    private int skipTaken(int head) {
        int end = head;
        while (end >= 0 && taken[end / 2]) {
            end = next[end];
        }
        return end;
    }

    private int column(double x) {
        return Math.clamp((int) ((x - originX) / cellMm), 0, columns - 1);
    }

    private int row(double y) {
        return Math.clamp((int) ((y - originY) / cellMm), 0, rows - 1);
    }
}
