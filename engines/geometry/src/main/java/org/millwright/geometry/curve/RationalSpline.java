package org.millwright.geometry.curve;

import org.millwright.geometry.UnreadableShape;

/**
 * A non-uniform rational B-spline (NURBS) of degree 1 to {@value #HIGHEST_DEGREE}.
 *
 * @param knots as many as control points + degree + 1, never decreasing
 * @param xy control points, x and y in turn
 * @param weights one per control point, all positive
 */
@SuppressWarnings("ArrayRecordComponent") // curves are never compared
public record RationalSpline(int degree, double[] knots, double[] xy, double[] weights) implements Curve {
    public static final int HIGHEST_DEGREE = 15;
    private static final int DEEPEST_HALVING = 14;

    public RationalSpline {
        int points = xy.length / 2;
        if (degree < 1 || degree > HIGHEST_DEGREE || points <= degree) {
            throw new IllegalArgumentException(
                    "A spline of degree %d with %d control points does not exist.".formatted(degree, points));
        }
        if (knots.length != points + degree + 1 || weights.length != points) {
            throw new IllegalArgumentException("A spline of degree %d with %d control points has %d knots, not %d."
                    .formatted(degree, points, points + degree + 1, knots.length));
        }
        for (int i = 1; i < knots.length; i++) {
            if (!(knots[i] >= knots[i - 1])) {
                throw new IllegalArgumentException("Knot %d of a spline decreases.".formatted(i + 1));
            }
        }
        for (double weight : weights) {
            if (!(weight > 0)) {
                throw new IllegalArgumentException("A spline has the weight %s.".formatted(weight));
            }
        }
    }

    @Override
    public boolean closed() {
        return false;
    }

    @Override
    public RationalSpline transformed(Affine map) {
        return new RationalSpline(
                degree, knots, new Segments(xy, false).transformed(map).xy(), weights);
    }

    @Override
    public void flatten(double chordError, PointBuffer into) throws UnreadableShape {
        var from = new double[2];
        var to = new double[2];
        int lastSpan = weights.length - 1;
        pointAt(knots[degree], degree, from);
        into.add(from[0], from[1]);
        for (int span = degree; span <= lastSpan; span++) {
            double width = knots[span + 1] - knots[span];
            if (width <= 0) {
                continue;
            }
            // Pieces enough that a chord cannot hide a bend of the polynomial between the points checked.
            int pieces = degree == 1 ? 1 : degree;
            for (int piece = 0; piece < pieces; piece++) {
                double a = knots[span] + width * piece / pieces;
                double b = piece == pieces - 1 ? knots[span + 1] : knots[span] + width * (piece + 1) / pieces;
                pointAt(a, span, from);
                pointAt(b, span, to);
                halve(span, a, from[0], from[1], b, to[0], to[1], chordError, DEEPEST_HALVING, into);
            }
        }
    }

    @Override
    public double[] frame() {
        return xy;
    }

    private void halve(
            int span,
            double a,
            double ax,
            double ay,
            double b,
            double bx,
            double by,
            double chordError,
            int depth,
            PointBuffer into)
            throws UnreadableShape {
        var middle = new double[2];
        double half = (a + b) / 2;
        pointAt(half, span, middle);
        if (depth == 0 || flat(span, a, ax, ay, b, bx, by, chordError)) {
            into.add(bx, by);
            return;
        }
        halve(span, a, ax, ay, half, middle[0], middle[1], chordError, depth - 1, into);
        halve(span, half, middle[0], middle[1], b, bx, by, chordError, depth - 1, into);
    }

    private boolean flat(int span, double a, double ax, double ay, double b, double bx, double by, double chordError) {
        var point = new double[2];
        for (int i = 1; i <= 3; i++) {
            pointAt(a + (b - a) * i / 4, span, point);
            if (!(distance(point[0], point[1], ax, ay, bx, by) <= 0.8 * chordError)) {
                return false;
            }
        }
        return true;
    }

    private static double distance(double px, double py, double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.clamp(((px - ax) * dx + (py - ay) * dy) / square, 0.0, 1.0);
        return Math.hypot(px - ax - along * dx, py - ay - along * dy);
    }

    /** De Boor's algorithm in homogeneous coordinates. */
    private void pointAt(double t, int span, double[] result) {
        var x = new double[degree + 1];
        var y = new double[degree + 1];
        var w = new double[degree + 1];
        for (int i = 0; i <= degree; i++) {
            int point = span - degree + i;
            w[i] = weights[point];
            x[i] = xy[2 * point] * w[i];
            y[i] = xy[2 * point + 1] * w[i];
        }
        for (int round = 1; round <= degree; round++) {
            for (int i = degree; i >= round; i--) {
                double low = knots[span - degree + i];
                double high = knots[span + 1 + i - round];
                double share = high == low ? 0 : (t - low) / (high - low);
                x[i] = (1 - share) * x[i - 1] + share * x[i];
                y[i] = (1 - share) * y[i - 1] + share * y[i];
                w[i] = (1 - share) * w[i - 1] + share * w[i];
            }
        }
        result[0] = x[degree] / w[degree];
        result[1] = y[degree] / w[degree];
    }
}
