package org.millwright.nesting.shape;

import java.util.Arrays;
import org.millwright.nesting.model.Polygon;

/** Polygons as rings of doubles around a centre. */
final class Rings {
    private Rings() {}

    /** The rings moved so that (cx, cy) becomes the origin. */
    static double[][] around(Polygon polygon, double cx, double cy) {
        double[][] rings = new double[polygon.ringCount()][];
        for (int r = 0; r < rings.length; r++) {
            long[] ring = polygon.ringUm(r);
            rings[r] = new double[ring.length];
            for (int i = 0; i < ring.length; i += 2) {
                rings[r][i] = ring[i] - cx;
                rings[r][i + 1] = ring[i + 1] - cy;
            }
        }
        return rings;
    }

    static double area(double[] ring) {
        double twice = 0;
        for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
            twice += ring[j] * ring[i + 1] - ring[i] * ring[j + 1];
        }
        return twice / 2;
    }

    static double area(double[][] rings) {
        double area = 0;
        for (double[] ring : rings) {
            area += area(ring);
        }
        return area;
    }

    /** Whether the point lies in the material; points on the boundary may count either way. */
    static boolean contain(double[][] rings, double px, double py) {
        boolean inside = false;
        for (double[] ring : rings) {
            double ax = ring[ring.length - 2];
            double ay = ring[ring.length - 1];
            for (int i = 0; i < ring.length; i += 2) {
                double bx = ring[i];
                double by = ring[i + 1];
                if (ay > py != by > py && px < ax + (bx - ax) * (py - ay) / (by - ay)) {
                    inside = !inside;
                }
                ax = bx;
                ay = by;
            }
        }
        return inside;
    }

    /** Distance to the nearest edge. */
    static double distance(double[][] rings, double px, double py) {
        double nearest2 = Double.POSITIVE_INFINITY;
        for (double[] ring : rings) {
            double ax = ring[ring.length - 2];
            double ay = ring[ring.length - 1];
            for (int i = 0; i < ring.length; i += 2) {
                double bx = ring[i];
                double by = ring[i + 1];
                double ex = bx - ax;
                double ey = by - ay;
                double t = Math.clamp(((px - ax) * ex + (py - ay) * ey) / (ex * ex + ey * ey), 0.0, 1.0);
                double qx = ax + t * ex - px;
                double qy = ay + t * ey - py;
                nearest2 = Math.min(nearest2, qx * qx + qy * qy);
                ax = bx;
                ay = by;
            }
        }
        return Math.sqrt(nearest2);
    }

    /** Convex hull of one ring, counter-clockwise; Andrew's monotone chain. */
    static double[] hull(double[] ring) {
        int n = ring.length / 2;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                (a, b) -> ring[2 * a] != ring[2 * b]
                        ? Double.compare(ring[2 * a], ring[2 * b])
                        : Double.compare(ring[2 * a + 1], ring[2 * b + 1]));
        double[] chain = new double[4 * n + 4];
        int count = 0;
        for (int i = 0; i < n; i++) {
            count = push(chain, count, 0, ring, order[i]);
        }
        int floor = count - 2;
        for (int i = n - 2; i >= 0; i--) {
            count = push(chain, count, floor, ring, order[i]);
        }
        return Arrays.copyOf(chain, Math.max(2, count - 2));
    }

    private static int push(double[] chain, int count, int floor, double[] ring, int point) {
        double x = ring[2 * point];
        double y = ring[2 * point + 1];
        int kept = count;
        while (kept - floor >= 4
                && (chain[kept - 2] - chain[kept - 4]) * (y - chain[kept - 3])
                                - (chain[kept - 1] - chain[kept - 3]) * (x - chain[kept - 4])
                        <= 0) {
            kept -= 2;
        }
        chain[kept] = x;
        chain[kept + 1] = y;
        return kept + 2;
    }

    static double diameter(double[] hull) {
        double longest2 = 0;
        for (int i = 0; i < hull.length; i += 2) {
            for (int j = 0; j < i; j += 2) {
                double dx = hull[i] - hull[j];
                double dy = hull[i + 1] - hull[j + 1];
                longest2 = Math.max(longest2, dx * dx + dy * dy);
            }
        }
        return Math.sqrt(longest2);
    }
}
