package org.millwright.processes.printing.toolpaths;

import java.util.Arrays;
import java.util.List;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/**
 * The corners of an area's edge, found by place: a way from the end of one line to the beginning of the next runs along the
 * edge, through the corners between them.
 */
final class EdgeCorners {
    private static final double CELL_MM = 2;
    /** Corners farther off the straight way than this share of it belong to another part of the edge. */
    private static final double ASIDE = 0.55;

    private final double[] xy;
    private final int[] next;
    private final int[] heads;
    private final int[] found = new int[16];
    private final double[] along = new double[16];

    EdgeCorners(List<Region> area) {
        int count = 0;
        for (Region region : area) {
            count += region.outer().size();
            for (Ring hole : region.holes()) {
                count += hole.size();
            }
        }
        xy = new double[2 * count];
        next = new int[count];
        heads = new int[Math.max(16, Integer.highestOneBit(Math.max(1, count)) * 2)];
        Arrays.fill(heads, -1);
        int at = 0;
        for (Region region : area) {
            at = add(region.outer(), at);
            for (Ring hole : region.holes()) {
                at = add(hole, at);
            }
        }
    }

    private int add(Ring ring, int from) {
        for (int i = 0; i < ring.size(); i++) {
            int corner = from + i;
            xy[2 * corner] = ring.x(i);
            xy[2 * corner + 1] = ring.y(i);
            int slot = slot((int) Math.floor(ring.x(i) / CELL_MM), (int) Math.floor(ring.y(i) / CELL_MM));
            next[corner] = heads[slot];
            heads[slot] = corner;
        }
        return from + ring.size();
    }

    /** Adds the corners on the way from one place to the other; returns how much of {@code points} is used then. */
    int between(double ax, double ay, double bx, double by, double[] points, int used) {
        double dx = bx - ax, dy = by - ay;
        double square = dx * dx + dy * dy;
        if (square < 1e-6 || square > CELL_MM * CELL_MM * 16) {
            return used;
        }
        int count = 0;
        double reach = Math.sqrt(square) * ASIDE;
        int lastColumn = (int) Math.floor((Math.max(ax, bx) + reach) / CELL_MM);
        int lastRow = (int) Math.floor((Math.max(ay, by) + reach) / CELL_MM);
        for (int column = (int) Math.floor((Math.min(ax, bx) - reach) / CELL_MM); column <= lastColumn; column++) {
            for (int row = (int) Math.floor((Math.min(ay, by) - reach) / CELL_MM); row <= lastRow; row++) {
                for (int corner = heads[slot(column, row)]; corner >= 0; corner = next[corner]) {
                    double px = xy[2 * corner] - ax, py = xy[2 * corner + 1] - ay;
                    boolean here = Math.floor(xy[2 * corner] / CELL_MM) == column
                            && Math.floor(xy[2 * corner + 1] / CELL_MM) == row;
                    double t = (px * dx + py * dy) / square;
                    double aside = Math.abs(px * dy - py * dx) / square;
                    if (here && t > 0.02 && t < 0.98 && aside < ASIDE && count < found.length) {
                        int place = count++;
                        while (place > 0 && along[place - 1] > t) {
                            along[place] = along[place - 1];
                            found[place] = found[place - 1];
                            place--;
                        }
                        along[place] = t;
                        found[place] = corner;
                    }
                }
            }
        }
        int end = used;
        for (int i = 0; i < count && end + 2 <= points.length; i++) {
            points[end++] = xy[2 * found[i]];
            points[end++] = xy[2 * found[i] + 1];
        }
        return end;
    }

    private int slot(int column, int row) {
        return (((column * 0x9E3779B1) ^ (row * 0x85EBCA77)) >>> 7) & (heads.length - 1);
    }
}
