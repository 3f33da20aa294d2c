package org.millwright.nesting.compaction;

import org.millwright.nesting.shape.Figure;

/**
 * The line that parts two convex polygons best, or that they cross least. Fields tell of the last measurement and are not to
 * be written outside. For one thread.
 */
public final class Gap {
    /** From the first to the second, of length 1. */
    public double nx;

    public double ny;
    /** Along the normal, µm; negative when they overlap. */
    public double distance;
    /** Whether two level or two upright edges face each other. */
    public boolean level;

    private double[] first = new double[64];
    private double[] second = new double[64];

    /**
     * Measures the gap between a piece of one figure and a piece of another.
     *
     * @param dx position of the second figure relative to the first
     * @param within no need to measure larger gaps
     * @return whether the gap may be smaller than that
     */
    public boolean measure(double[] a, Figure f, double[] b, Figure g, double dx, double dy, double within) {
        if (first.length < a.length) {
            first = new double[2 * a.length];
        }
        if (second.length < b.length) {
            second = new double[2 * b.length];
        }
        if (!boxesAreWithin(turn(a, f, 0, 0, first), turn(b, g, dx, dy, second), a.length, b.length, within)) {
            return false;
        }
        distance = Double.NEGATIVE_INFINITY;
        level = false;
        tryEdges(first, a.length, second, b.length, 1);
        tryEdges(second, b.length, first, a.length, -1);
        return distance < within;
    }

    private static double[] turn(double[] ring, Figure f, double dx, double dy, double[] into) {
        for (int i = 0; i < ring.length; i += 2) {
            into[i] = ring[i] * f.cos - ring[i + 1] * f.sin + dx;
            into[i + 1] = ring[i] * f.sin + ring[i + 1] * f.cos + dy;
        }
        return into;
    }

    private static boolean boxesAreWithin(double[] p, double[] q, int n, int m, double within) {
        return extent(p, n, 0, 1) + within > -extent(q, m, 0, -1)
                && extent(q, m, 0, 1) + within > -extent(p, n, 0, -1)
                && extent(p, n, 1, 1) + within > -extent(q, m, 1, -1)
                && extent(q, m, 1, 1) + within > -extent(p, n, 1, -1);
    }

    private static double extent(double[] ring, int n, int axis, int sign) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = axis; i < n; i += 2) {
            most = Math.max(most, sign * ring[i]);
        }
        return most;
    }

    private void tryEdges(double[] p, int n, double[] q, int m, int sign) {
        double ax = p[n - 2];
        double ay = p[n - 1];
        for (int i = 0; i < n; i += 2) {
            double bx = p[i];
            double by = p[i + 1];
            double ex = bx - ax;
            double ey = by - ay;
            double length = Math.sqrt(ex * ex + ey * ey);
            double ux = ey / length;
            double uy = -ex / length;
            double line = ux * ax + uy * ay;
            double least = Double.POSITIVE_INFINITY;
            int at = 0;
            for (int k = 0; k < m; k += 2) {
                double reach = ux * q[k] + uy * q[k + 1];
                if (reach < least) {
                    least = reach;
                    at = k;
                }
            }
            if (least - line > distance && length > 0) {
                distance = least - line;
                nx = sign * ux;
                ny = sign * uy;
                level = (ux == 0 || uy == 0) && facesEdge(q, m, at, ux, uy);
            }
            ax = bx;
            ay = by;
        }
    }

    /** Whether an edge at the corner runs square to the normal. */
    private static boolean facesEdge(double[] q, int m, int at, double ux, double uy) {
        int next = (at + 2) % m;
        int previous = (at + m - 2) % m;
        double here = ux * q[at] + uy * q[at + 1];
        return ux * q[next] + uy * q[next + 1] == here || ux * q[previous] + uy * q[previous + 1] == here;
    }
}
