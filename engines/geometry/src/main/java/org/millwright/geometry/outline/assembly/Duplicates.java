package org.millwright.geometry.outline.assembly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.geometry.Point;

/** Recognises polylines that were drawn before, in either direction, within a tolerance. */
public final class Duplicates {
    /** Bounds the work on drawings that stack thousands of different shapes on one centre. */
    private static final int MOST_COMPARED = 64;

    private final double tolerance;
    private final Map<Cell, List<Mark>> seen = new HashMap<>();
    private Point first = Point.flat(0, 0);
    private int count;

    private record Cell(long x, long y) {}

    public Duplicates(double tolerance) {
        this.tolerance = tolerance;
    }

    /** How many were recognised. */
    public int count() {
        return count;
    }

    /** Where the first of them begins. */
    public Point first() {
        return first;
    }

    /** Whether the polyline was there before; remembers it when not. */
    public boolean holds(double[] xy, boolean closed) {
        Mark mark = Mark.of(xy, closed);
        long cellX = (long) Math.floor(mark.meanX / (4 * tolerance));
        long cellY = (long) Math.floor(mark.meanY / (4 * tolerance));
        for (long x = cellX - 1; x <= cellX + 1; x++) {
            for (long y = cellY - 1; y <= cellY + 1; y++) {
                for (Mark other : seen.getOrDefault(new Cell(x, y), List.of())) {
                    if (mark.matches(other, 2 * tolerance)) {
                        if (count++ == 0) {
                            first = Point.flat(xy[0], xy[1]);
                        }
                        return true;
                    }
                }
            }
        }
        List<Mark> cell = seen.computeIfAbsent(new Cell(cellX, cellY), key -> new ArrayList<>(1));
        if (cell.size() < MOST_COMPARED) {
            cell.add(mark);
        }
        return false;
    }

    /** What two drawings of one polyline have in common: box, length, centre of gravity of the line, and ends. */
    private record Mark(
            double minX,
            double minY,
            double maxX,
            double maxY,
            double length,
            double meanX,
            double meanY,
            double startX,
            double startY,
            double endX,
            double endY,
            boolean closed) {
        static Mark of(double[] xy, boolean closed) {
            int last = xy.length - 2;
            double minX = xy[0], minY = xy[1], maxX = minX, maxY = minY;
            double length = 0, sumX = 0, sumY = 0;
            for (int i = 0; i <= last; i += 2) {
                minX = Math.min(minX, xy[i]);
                maxX = Math.max(maxX, xy[i]);
                minY = Math.min(minY, xy[i + 1]);
                maxY = Math.max(maxY, xy[i + 1]);
                int next = i < last ? i + 2 : closed ? 0 : last;
                double step = Math.hypot(xy[next] - xy[i], xy[next + 1] - xy[i + 1]);
                length += step;
                sumX += step * (xy[next] + xy[i]) / 2;
                sumY += step * (xy[next + 1] + xy[i + 1]) / 2;
            }
            return new Mark(
                    minX,
                    minY,
                    maxX,
                    maxY,
                    length,
                    sumX / length,
                    sumY / length,
                    xy[0],
                    xy[1],
                    xy[last],
                    xy[last + 1],
                    closed);
        }

        boolean matches(Mark other, double tolerance) {
            return closed == other.closed
                    && Math.abs(length - other.length) <= tolerance
                    && LoopAssembly.near(minX, minY, other.minX, other.minY, tolerance)
                    && LoopAssembly.near(maxX, maxY, other.maxX, other.maxY, tolerance)
                    && LoopAssembly.near(meanX, meanY, other.meanX, other.meanY, tolerance)
                    && (closed || endsMatch(other, tolerance));
        }

        private boolean endsMatch(Mark other, double tolerance) {
            boolean sameWay = LoopAssembly.near(startX, startY, other.startX, other.startY, tolerance)
                    && LoopAssembly.near(endX, endY, other.endX, other.endY, tolerance);
            boolean otherWay = LoopAssembly.near(startX, startY, other.endX, other.endY, tolerance)
                    && LoopAssembly.near(endX, endY, other.startX, other.startY, tolerance);
            return sameWay || otherWay;
        }
    }
}
