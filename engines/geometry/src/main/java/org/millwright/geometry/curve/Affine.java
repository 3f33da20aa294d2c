package org.millwright.geometry.curve;

/** An affine map of the plane: x' = a x + c y + e, y' = b x + d y + f (the order of SVG's {@code matrix(a b c d e f)}). */
public record Affine(double a, double b, double c, double d, double e, double f) {
    public static final Affine IDENTITY = new Affine(1, 0, 0, 1, 0, 0);

    public static Affine translation(double dx, double dy) {
        return new Affine(1, 0, 0, 1, dx, dy);
    }

    public static Affine scaling(double sx, double sy) {
        return new Affine(sx, 0, 0, sy, 0, 0);
    }

    /** Counter-clockwise about the origin where y points up. */
    public static Affine rotation(double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return new Affine(cos, sin, -sin, cos, 0, 0);
    }

    /** First {@code inner}, then this. */
    public Affine after(Affine inner) {
        return new Affine(
                a * inner.a + c * inner.b,
                b * inner.a + d * inner.b,
                a * inner.c + c * inner.d,
                b * inner.c + d * inner.d,
                a * inner.e + c * inner.f + e,
                b * inner.e + d * inner.f + f);
    }

    public double x(double x, double y) {
        return a * x + c * y + e;
    }

    public double y(double x, double y) {
        return b * x + d * y + f;
    }
}
