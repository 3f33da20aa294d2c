package org.millwright.geometry;

/** A closed chain of straight segments in the plane; the last point joins the first and is not repeated. Millimetres. */
public final class Ring {
    private final double[] xy;

    /** Takes ownership of {@code xy}: x, y of each point in turn, at least three points. */
    public Ring(double[] xy) {
        if (xy.length < 6 || xy.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "A ring needs at least three points, got %d numbers.".formatted(xy.length));
        }
        this.xy = xy;
    }

    public int size() {
        return xy.length / 2;
    }

    public double x(int point) {
        return xy[2 * point];
    }

    public double y(int point) {
        return xy[2 * point + 1];
    }

    /** x, y of each point in turn, a copy. */
    public double[] coordinates() {
        return xy.clone();
    }

    /** Positive when counter-clockwise. */
    public double signedAreaMm2() {
        double twice = 0;
        for (int i = 0, j = size() - 1; i < size(); j = i++) {
            twice += x(j) * y(i) - x(i) * y(j);
        }
        return twice / 2;
    }

    public double lengthMm() {
        double length = 0;
        for (int i = 0, j = size() - 1; i < size(); j = i++) {
            double dx = x(i) - x(j), dy = y(i) - y(j);
            length += Math.sqrt(dx * dx + dy * dy);
        }
        return length;
    }

    /** The same ring turned by {@code degrees} about the origin, then moved. */
    public Ring placed(double degrees, double dx, double dy) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        var placed = new double[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            placed[i] = xy[i] * cos - xy[i + 1] * sin + dx;
            placed[i + 1] = xy[i] * sin + xy[i + 1] * cos + dy;
        }
        return new Ring(placed);
    }

    public Ring scaled(double factor) {
        var scaled = xy.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return new Ring(scaled);
    }

    public Ring reversed() {
        var reversed = new double[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            reversed[i] = xy[xy.length - 2 - i];
            reversed[i + 1] = xy[xy.length - 1 - i];
        }
        return new Ring(reversed);
    }
}
