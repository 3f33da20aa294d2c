package org.millwright.geometry.features;

import java.util.Arrays;

/** The circle nearest to points of a plane, by Kåsa's algebraic least squares. */
final class CircleFit {
    private double[] points = new double[128];
    private int count;
    private double x;
    private double y;
    private double radius;

    void add(double px, double py) {
        if (count + 2 > points.length) {
            points = Arrays.copyOf(points, 2 * points.length);
        }
        points[count++] = px;
        points[count++] = py;
    }

    /** False when the points lie on a line. */
    boolean fit() {
        int n = count / 2;
        double mx = 0, my = 0;
        for (int i = 0; i < count; i += 2) {
            mx += points[i] / n;
            my += points[i + 1] / n;
        }
        double uu = 0, uv = 0, vv = 0, uuu = 0, vvv = 0, uvv = 0, vuu = 0;
        for (int i = 0; i < count; i += 2) {
            double u = points[i] - mx, v = points[i + 1] - my;
            uu += u * u;
            uv += u * v;
            vv += v * v;
            uuu += u * u * u;
            vvv += v * v * v;
            uvv += u * v * v;
            vuu += v * u * u;
        }
        double determinant = uu * vv - uv * uv;
        if (!(determinant > 1e-9 * (uu + vv) * (uu + vv))) {
            return false;
        }
        double a = (uuu + uvv) / 2, b = (vvv + vuu) / 2;
        double u = (a * vv - b * uv) / determinant, v = (b * uu - a * uv) / determinant;
        x = mx + u;
        y = my + v;
        radius = Math.sqrt(u * u + v * v + (uu + vv) / n);
        return true;
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    double radius() {
        return radius;
    }

    /** How far the worst point misses the circle. */
    double worst() {
        double worst = 0;
        for (int i = 0; i < count; i += 2) {
            worst = Math.max(worst, Math.abs(Math.hypot(points[i] - x, points[i + 1] - y) - radius));
        }
        return worst;
    }
}
