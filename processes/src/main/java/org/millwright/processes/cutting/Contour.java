package org.millwright.processes.cutting;

import org.millwright.geometry.Ring;

/**
 * A closed line the beam follows, kerf already compensated, in sheet coordinates.
 *
 * @param unit the unit it belongs to
 * @param ring counter-clockwise around a part, clockwise around a hole: the waste is always to the right
 * @param hole whether the waste is inside
 */
record Contour(String unit, Ring ring, boolean hole) {
    /** Whether the point lies inside the ring. */
    boolean encloses(double x, double y) {
        boolean inside = false;
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            boolean straddles = (ring.y(i) > y) != (ring.y(j) > y);
            if (straddles && x < (ring.x(j) - ring.x(i)) * (y - ring.y(i)) / (ring.y(j) - ring.y(i)) + ring.x(i)) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** Whether the segment from (ax, ay) to (bx, by) touches the ring anywhere. */
    boolean crosses(double ax, double ay, double bx, double by) {
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            if (meet(ax, ay, bx, by, ring.x(j), ring.y(j), ring.x(i), ring.y(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean meet(
            double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
        if (Math.max(ax, bx) < Math.min(cx, dx)
                || Math.min(ax, bx) > Math.max(cx, dx)
                || Math.max(ay, by) < Math.min(cy, dy)
                || Math.min(ay, by) > Math.max(cy, dy)) {
            return false;
        }
        double c = side(ax, ay, bx, by, cx, cy);
        double d = side(ax, ay, bx, by, dx, dy);
        double a = side(cx, cy, dx, dy, ax, ay);
        double b = side(cx, cy, dx, dy, bx, by);
        return c * d <= 0 && a * b <= 0;
    }

    private static double side(double ax, double ay, double bx, double by, double px, double py) {
        return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
    }
}
