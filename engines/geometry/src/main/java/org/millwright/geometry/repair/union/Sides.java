package org.millwright.geometry.repair.union;

import java.math.BigDecimal;

/** On which side of a line or plane a point lies, decided exactly: by doubles where they suffice, else without rounding. */
final class Sides {
    /** Bounds of Shewchuk (1997), rounded up. */
    private static final double SPACE_BOUND = 8e-16;

    private static final double PLANE_BOUND = 4e-16;

    private Sides() {}

    /** Positive when d lies on the side of the plane from which a, b, c run clockwise (below), negative above, 0 on it. */
    static int space(Points p, int a, int b, int c, int d) {
        double adx = p.x(a) - p.x(d), ady = p.y(a) - p.y(d), adz = p.z(a) - p.z(d);
        double bdx = p.x(b) - p.x(d), bdy = p.y(b) - p.y(d), bdz = p.z(b) - p.z(d);
        double cdx = p.x(c) - p.x(d), cdy = p.y(c) - p.y(d), cdz = p.z(c) - p.z(d);
        double determinant =
                adz * (bdx * cdy - cdx * bdy) + bdz * (cdx * ady - adx * cdy) + cdz * (adx * bdy - bdx * ady);
        double size = (Math.abs(bdx * cdy) + Math.abs(cdx * bdy)) * Math.abs(adz)
                + (Math.abs(cdx * ady) + Math.abs(adx * cdy)) * Math.abs(bdz)
                + (Math.abs(adx * bdy) + Math.abs(bdx * ady)) * Math.abs(cdz);
        if (Math.abs(determinant) > SPACE_BOUND * size) {
            return determinant > 0 ? 1 : -1;
        }
        return exactSpace(p, a, b, c, d);
    }

    /** Positive when a, b, c run counter-clockwise in the plane of two coordinates, 0 when they lie on a line. */
    static int plane(double ax, double ay, double bx, double by, double cx, double cy) {
        double left = (ax - cx) * (by - cy);
        double right = (ay - cy) * (bx - cx);
        double determinant = left - right;
        if (Math.abs(determinant) > PLANE_BOUND * (Math.abs(left) + Math.abs(right))) {
            return determinant > 0 ? 1 : -1;
        }
        BigDecimal exactLeft = difference(ax, cx).multiply(difference(by, cy));
        BigDecimal exactRight = difference(ay, cy).multiply(difference(bx, cx));
        return exactLeft.compareTo(exactRight);
    }

    private static int exactSpace(Points p, int a, int b, int c, int d) {
        BigDecimal adx = difference(p.x(a), p.x(d)), ady = difference(p.y(a), p.y(d)), adz = difference(p.z(a), p.z(d));
        BigDecimal bdx = difference(p.x(b), p.x(d)), bdy = difference(p.y(b), p.y(d)), bdz = difference(p.z(b), p.z(d));
        BigDecimal cdx = difference(p.x(c), p.x(d)), cdy = difference(p.y(c), p.y(d)), cdz = difference(p.z(c), p.z(d));
        BigDecimal first = adz.multiply(bdx.multiply(cdy).subtract(cdx.multiply(bdy)));
        BigDecimal second = bdz.multiply(cdx.multiply(ady).subtract(adx.multiply(cdy)));
        BigDecimal third = cdz.multiply(adx.multiply(bdy).subtract(bdx.multiply(ady)));
        return first.add(second).add(third).signum();
    }

    private static BigDecimal difference(double a, double b) {
        return new BigDecimal(a).subtract(new BigDecimal(b));
    }
}
