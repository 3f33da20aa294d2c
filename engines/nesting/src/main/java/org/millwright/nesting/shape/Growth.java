package org.millwright.nesting.shape;

import java.util.Arrays;

/**
 * Edges of a polygon moved outward, with arcs around convex corners. The result is not a clean outline: at reflex corners
 * moved edges run on into the grown area. That is harmless where it is used. All of the grown outline's boundary is there,
 * and what is there besides lies inside, so two grown outlines whose edges do not meet are apart or one holds the other.
 */
final class Growth {
    /** Arcs lie outside of the true ones by at most this much. */
    private static final double CHORD_ERROR_UM = 10;

    /** Corners grown by less are closed with a straight edge: the room it cuts off is less than the grid. */
    private static final double TINY_UM = 5;

    /** Corners may come nearer by so much when both positions are rounded to the grid. */
    private static final double ROUNDING_UM = 0.75;

    private static final double SHARPEST_STEP = Math.PI / 3;

    private double[] edges = new double[256];
    private int length;

    private Growth() {}

    /**
     * Edges as x1, y1, x2, y2 in turn.
     *
     * @param rings material on the left
     * @param distanceUm how far each edge moves
     * @param slantUm how much further slanted edges move, measured along x and y: room for rounding positions to the
     *     grid, which axis-parallel edges do not need because rounding keeps their order
     */
    static double[] edges(double[][] rings, double distanceUm, double slantUm) {
        var growth = new Growth();
        for (double[] ring : rings) {
            growth.addRing(ring, distanceUm, slantUm);
        }
        return Arrays.copyOf(growth.edges, growth.length);
    }

    private void addRing(double[] ring, double distanceUm, double slantUm) {
        int n = ring.length;
        double[] moved = new double[2 * n];
        for (int i = 0; i < n; i += 2) {
            int j = (i + 2) % n;
            double dx = ring[j] - ring[i];
            double dy = ring[j + 1] - ring[i + 1];
            double length = Math.hypot(dx, dy);
            double nx = dy / length;
            double ny = -dx / length;
            double by = distanceUm + (dx == 0 || dy == 0 ? 0 : slantUm * (Math.abs(nx) + Math.abs(ny)));
            moved[2 * i] = ring[i] + nx * by;
            moved[2 * i + 1] = ring[i + 1] + ny * by;
            moved[2 * i + 2] = ring[j] + nx * by;
            moved[2 * i + 3] = ring[j + 1] + ny * by;
        }
        if (distanceUm + slantUm < TINY_UM) {
            meet(moved);
        }
        for (int i = 0; i < moved.length; i += 4) {
            add(moved[i], moved[i + 1], moved[i + 2], moved[i + 3]);
            int next = (i + 4) % moved.length;
            int corner = (i / 2 + 2) % n;
            join(ring[corner], ring[corner + 1], moved, i + 2, next);
        }
    }

    /** Lets neighbouring edges end where they meet, unless the corner is so sharp that this would be far away. */
    private static void meet(double[] moved) {
        int n = moved.length;
        double[] free = moved.clone();
        for (int i = 0; i < n; i += 4) {
            int j = (i + 4) % n;
            double ux = free[i + 2] - free[i];
            double uy = free[i + 3] - free[i + 1];
            double vx = free[j + 2] - free[j];
            double vy = free[j + 3] - free[j + 1];
            double across = ux * vy - uy * vx;
            double gapX = free[j] - free[i + 2];
            double gapY = free[j + 1] - free[i + 3];
            double t = (gapX * vy - gapY * vx) / across;
            double far = Math.abs(t) * Math.hypot(ux, uy);
            if (far <= 2 * TINY_UM) {
                moved[i + 2] = free[i + 2] + t * ux;
                moved[i + 3] = free[i + 3] + t * uy;
                moved[j] = moved[i + 2];
                moved[j + 1] = moved[i + 3];
            }
        }
    }

    /** From the end of one moved edge to the start of the next around their corner. */
    private void join(double cx, double cy, double[] moved, int from, int to) {
        if (moved[from] == moved[to] && moved[from + 1] == moved[to + 1]) {
            return;
        }
        double ax = moved[from] - cx;
        double ay = moved[from + 1] - cy;
        double bx = moved[to] - cx;
        double by = moved[to + 1] - cy;
        double cross = ax * by - ay * bx;
        double radius = Math.hypot(ax, ay);
        if ((cross <= 0 && ax * bx + ay * by >= 0) || (radius == 0 && bx == 0 && by == 0)) {
            return;
        }
        if (radius < TINY_UM) {
            add(moved[from], moved[from + 1], moved[to], moved[to + 1]);
            return;
        }
        double turn = Math.atan2(cross, ax * bx + ay * by);
        if (turn <= 0) {
            return;
        }
        double step = Math.min(SHARPEST_STEP, 2 * Math.acos(radius / (radius + CHORD_ERROR_UM)));
        int steps = (int) Math.ceil(turn / step);
        double half = turn / steps / 2;
        double far = (radius + ROUNDING_UM) / Math.cos(half);
        double start = Math.atan2(ay, ax);
        double x = moved[from];
        double y = moved[from + 1];
        for (int i = 0; i < steps; i++) {
            double angle = start + half * (2 * i + 1);
            double nextX = cx + far * Math.cos(angle);
            double nextY = cy + far * Math.sin(angle);
            add(x, y, nextX, nextY);
            x = nextX;
            y = nextY;
        }
        add(x, y, moved[to], moved[to + 1]);
    }

    private void add(double x1, double y1, double x2, double y2) {
        if (length == edges.length) {
            edges = Arrays.copyOf(edges, 2 * length);
        }
        edges[length++] = x1;
        edges[length++] = y1;
        edges[length++] = x2;
        edges[length++] = y2;
    }
}
