package org.millwright.nesting.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The outline around a closed line that may cross itself: edges are cut where they meet, then the outer face of the
 * resulting net is walked once around, always taking the first edge after the one that came, so that the outside stays on
 * the right.
 */
final class OuterBoundary {
    private final Map<Point, Set<Point>> net = new HashMap<>();

    private record Point(long x, long y) {}

    private OuterBoundary() {}

    /** x, y of each corner in turn, on the grid; counter-clockwise. Empty when there is no area. */
    static long[] of(long[] ring) {
        var boundary = new OuterBoundary();
        boundary.cut(ring);
        return boundary.walk();
    }

    private void cut(long[] ring) {
        int n = ring.length / 2;
        for (int i = 0; i < n; i++) {
            Point a = new Point(ring[2 * i], ring[2 * i + 1]);
            Point b = corner(ring, i + 1);
            List<Point> stops = new ArrayList<>(List.of(a, b));
            for (int j = 0; j < n; j++) {
                addMeeting(a, b, corner(ring, j), corner(ring, j + 1), stops);
            }
            stops.sort(Comparator.comparingDouble(p -> Math.hypot((double) p.x - a.x, (double) p.y - a.y)));
            for (int k = 1; k < stops.size(); k++) {
                link(stops.get(k - 1), stops.get(k));
            }
        }
    }

    private static Point corner(long[] ring, int i) {
        int at = 2 * (i % (ring.length / 2));
        return new Point(ring[at], ring[at + 1]);
    }

    private void link(Point a, Point b) {
        if (!a.equals(b)) {
            net.computeIfAbsent(a, any -> new LinkedHashSet<>()).add(b);
            net.computeIfAbsent(b, any -> new LinkedHashSet<>()).add(a);
        }
    }

    private static void addMeeting(Point a, Point b, Point c, Point d, List<Point> stops) {
        long sc = side(a, b, c);
        long sd = side(a, b, d);
        if (sc == 0 && isBetween(a, b, c)) {
            stops.add(c);
        }
        if (sd == 0 && isBetween(a, b, d)) {
            stops.add(d);
        }
        boolean across = (sc > 0 && sd < 0) || (sc < 0 && sd > 0);
        if (across && side(c, d, a) != 0 && side(c, d, b) != 0 && side(c, d, a) > 0 != side(c, d, b) > 0) {
            double t = (double) sc / ((double) sc - sd);
            stops.add(new Point(Math.round(c.x + t * (d.x - c.x)), Math.round(c.y + t * (d.y - c.y))));
        }
    }

    private static long side(Point a, Point b, Point p) {
        return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
    }

    private static boolean isBetween(Point a, Point b, Point p) {
        return p.x >= Math.min(a.x, b.x)
                && p.x <= Math.max(a.x, b.x)
                && p.y >= Math.min(a.y, b.y)
                && p.y <= Math.max(a.y, b.y);
    }

    private long[] walk() {
        Point start = net.keySet().stream()
                .min(Comparator.comparingLong(Point::x).thenComparingLong(Point::y))
                .orElse(null);
        if (start == null) {
            return new long[0];
        }
        List<Point> ring = new ArrayList<>();
        Point before = new Point(start.x - 1, start.y);
        Point at = start;
        Point first = next(before, start);
        do {
            ring.add(at);
            Point next = next(before, at);
            before = at;
            at = next;
        } while (!(at.equals(start) && next(before, at).equals(first)) && ring.size() < 100_000);
        return withoutSpikes(ring);
    }

    /** The neighbour that comes first when turning counter-clockwise from where the walk came from. */
    private Point next(Point before, Point at) {
        double back = Math.atan2((double) before.y - at.y, (double) before.x - at.x);
        Point best = before;
        double least = Double.POSITIVE_INFINITY;
        for (Point neighbour : net.getOrDefault(at, Set.of())) {
            double turn = Math.atan2((double) neighbour.y - at.y, (double) neighbour.x - at.x) - back;
            double positive = neighbour.equals(before) ? 2 * Math.PI : turn <= 0 ? turn + 2 * Math.PI : turn;
            if (positive < least) {
                least = positive;
                best = neighbour;
            }
        }
        return best;
    }

    /** Takes out lines without area, which the walk passes twice. */
    private static long[] withoutSpikes(List<Point> walked) {
        List<Point> ring = new ArrayList<>();
        for (Point point : walked) {
            ring.add(point);
            while (ring.size() >= 3 && ring.get(ring.size() - 3).equals(ring.getLast())) {
                ring.removeLast();
                ring.removeLast();
            }
        }
        long[] xy = new long[2 * ring.size()];
        for (int i = 0; i < ring.size(); i++) {
            xy[2 * i] = ring.get(i).x;
            xy[2 * i + 1] = ring.get(i).y;
        }
        return xy;
    }
}
