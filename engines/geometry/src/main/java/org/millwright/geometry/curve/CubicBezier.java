package org.millwright.geometry.curve;

import org.millwright.geometry.UnreadableShape;

/** A cubic Bézier curve from point 0 to point 3. */
public record CubicBezier(double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3)
        implements Curve {
    /** The same curve as the quadratic one with control point (cx, cy). */
    public static CubicBezier quadratic(double x0, double y0, double cx, double cy, double x3, double y3) {
        return new CubicBezier(
                x0,
                y0,
                x0 + 2 * (cx - x0) / 3,
                y0 + 2 * (cy - y0) / 3,
                x3 + 2 * (cx - x3) / 3,
                y3 + 2 * (cy - y3) / 3,
                x3,
                y3);
    }

    @Override
    public boolean closed() {
        return false;
    }

    @Override
    public CubicBezier transformed(Affine map) {
        return new CubicBezier(
                map.x(x0, y0),
                map.y(x0, y0),
                map.x(x1, y1),
                map.y(x1, y1),
                map.x(x2, y2),
                map.y(x2, y2),
                map.x(x3, y3),
                map.y(x3, y3));
    }

    @Override
    public void flatten(double chordError, PointBuffer into) throws UnreadableShape {
        // Wang's bound: n >= sqrt(d (d - 1) / 8 * largest second difference / error) for degree d.
        double bend = Math.max(
                Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2), Math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3));
        double steps = Math.max(1, Math.ceil(Math.sqrt(0.75 * bend / chordError)));
        into.makeRoom(steps + 1);
        for (int i = 0; i <= (int) steps; i++) {
            double t = i / steps;
            double s = 1 - t;
            double w0 = s * s * s;
            double w1 = 3 * s * s * t;
            double w2 = 3 * s * t * t;
            double w3 = t * t * t;
            into.add(w0 * x0 + w1 * x1 + w2 * x2 + w3 * x3, w0 * y0 + w1 * y1 + w2 * y2 + w3 * y3);
        }
    }

    @Override
    public double[] frame() {
        return new double[] {x0, y0, x1, y1, x2, y2, x3, y3};
    }
}
