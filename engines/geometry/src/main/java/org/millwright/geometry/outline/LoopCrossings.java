package org.millwright.geometry.outline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Point;

/** Finds out whether loops cross or run on top of each other, by a sweep over their segments from low y to high. */
final class LoopCrossings {
    private static final long MOST_TESTS = 1_000_000_000L;

    private final double[] segments;
    private final int[] loopOf;
    private final int count;

    LoopCrossings(List<double[]> loops) {
        int total = 0;
        for (double[] loop : loops) {
            total += loop.length / 2;
        }
        segments = new double[4 * total];
        loopOf = new int[total];
        int next = 0;
        for (int loop = 0; loop < loops.size(); loop++) {
            double[] xy = loops.get(loop);
            for (int i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2) {
                loopOf[next] = loop;
                segments[4 * next] = xy[j];
                segments[4 * next + 1] = xy[j + 1];
                segments[4 * next + 2] = xy[i];
                segments[4 * next + 3] = xy[i + 1];
                next++;
            }
        }
        count = total;
    }

    /**
     * A place where two segments meet that should not, or null. The search ends without a result after {@value #MOST_TESTS}
     * pairs, which only drawings of very many long parallel lines reach.
     */
    @Nullable
    Point find() {
        var found = new int[] {-1};
        SegmentSweep.Pair pair = (s, t) -> {
            if (meet(s, t)) {
                found[0] = s;
                return false;
            }
            return true;
        };
        new SegmentSweep(segments, count, 0).all(pair, MOST_TESTS);
        return found[0] < 0 ? null : place(found[0]);
    }

    private Point place(int s) {
        return Point.flat((segments[4 * s] + segments[4 * s + 2]) / 2, (segments[4 * s + 1] + segments[4 * s + 3]) / 2);
    }

    private boolean meet(int s, int t) {
        double ax = segments[4 * s], ay = segments[4 * s + 1], bx = segments[4 * s + 2], by = segments[4 * s + 3];
        double cx = segments[4 * t], cy = segments[4 * t + 1], dx = segments[4 * t + 2], dy = segments[4 * t + 3];
        double c = side(ax, ay, bx, by, cx, cy);
        double d = side(ax, ay, bx, by, dx, dy);
        if (c * d > 0 || (loopOf[s] == loopOf[t] && (c == 0) != (d == 0))) {
            // Neighbours in one loop share a point.
            return false;
        }
        double a = side(cx, cy, dx, dy, ax, ay);
        double b = side(cx, cy, dx, dy, bx, by);
        if (c == 0 && d == 0) {
            // More than a point in common means that boundaries run on top of each other.
            double alongX = bx - ax;
            double alongY = by - ay;
            double square = alongX * alongX + alongY * alongY;
            double from = ((cx - ax) * alongX + (cy - ay) * alongY) / square;
            double to = ((dx - ax) * alongX + (dy - ay) * alongY) / square;
            return Math.min(1, Math.max(from, to)) - Math.max(0, Math.min(from, to)) > 1e-9;
        }
        boolean crosses = c * d < 0 && a * b < 0;
        // A corner of one loop on the inside of another loop's segment may be the start of a crossing.
        boolean oneEndOn = (c == 0) != (d == 0) || (a == 0) != (b == 0);
        boolean touches = loopOf[s] != loopOf[t] && c * d <= 0 && a * b <= 0 && oneEndOn;
        return crosses || touches;
    }

    private static double side(double ax, double ay, double bx, double by, double x, double y) {
        return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    }
}
