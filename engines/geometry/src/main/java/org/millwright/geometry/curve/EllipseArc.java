package org.millwright.geometry.curve;

import org.millwright.geometry.UnreadableShape;

/**
 * The arc centre + u cos t + v sin t for t from {@code start} over {@code sweep} radians; u and v are conjugate half axes,
 * so the affine image of an arc is an arc again.
 */
public record EllipseArc(
        double centreX, double centreY, double ux, double uy, double vx, double vy, double start, double sweep)
        implements Curve {
    private static final double FULL_TURN = 2 * Math.PI;

    public static EllipseArc circle(double centreX, double centreY, double radius) {
        return new EllipseArc(centreX, centreY, radius, 0, 0, radius, 0, FULL_TURN);
    }

    /** Counter-clockwise from {@code startDegrees} to {@code endDegrees}. */
    public static EllipseArc circular(
            double centreX, double centreY, double radius, double startDegrees, double endDegrees) {
        double sweep = Math.toRadians(endDegrees - startDegrees) % FULL_TURN;
        return new EllipseArc(
                centreX,
                centreY,
                radius,
                0,
                0,
                radius,
                Math.toRadians(startDegrees),
                sweep <= 0 ? sweep + FULL_TURN : sweep);
    }

    /** The arc between two points whose height over half the chord is {@code bulge}; positive turns counter-clockwise. */
    public static EllipseArc bulged(double x1, double y1, double x2, double y2, double bulge) {
        double towardsCentre = (1 - bulge * bulge) / (4 * bulge);
        double centreX = (x1 + x2) / 2 - (y2 - y1) * towardsCentre;
        double centreY = (y1 + y2) / 2 + (x2 - x1) * towardsCentre;
        // With u from the centre to the start, the arc meets its first point exactly.
        double ux = x1 - centreX;
        double uy = y1 - centreY;
        return new EllipseArc(centreX, centreY, ux, uy, -uy, ux, 0, 4 * Math.atan(bulge));
    }

    @Override
    public boolean closed() {
        return Math.abs(sweep) >= FULL_TURN - 1e-9;
    }

    @Override
    public EllipseArc transformed(Affine map) {
        return new EllipseArc(
                map.x(centreX, centreY),
                map.y(centreX, centreY),
                map.a() * ux + map.c() * uy,
                map.b() * ux + map.d() * uy,
                map.a() * vx + map.c() * vy,
                map.b() * vx + map.d() * vy,
                start,
                sweep);
    }

    @Override
    public void flatten(double chordError, PointBuffer into) throws UnreadableShape {
        double longest = Math.hypot(Math.hypot(ux, uy), Math.hypot(vx, vy));
        if (Math.abs(ux * vx + uy * vy) <= 1e-9 * longest * longest) {
            longest = Math.max(Math.hypot(ux, uy), Math.hypot(vx, vy));
        }
        double widest = chordError >= longest ? Math.PI / 4 : 2 * Math.acos(1 - chordError / longest);
        double steps = Math.max(closed() ? 8 : 1, Math.ceil(Math.abs(sweep) / Math.min(widest, Math.PI / 4)));
        into.makeRoom(steps + 1);
        int last = (int) steps - (closed() ? 1 : 0);
        for (int i = 0; i <= last; i++) {
            double angle = start + sweep * i / steps;
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            into.add(centreX + ux * cos + vx * sin, centreY + uy * cos + vy * sin);
        }
    }

    @Override
    public double[] frame() {
        // The box of the whole ellipse would mislead for flat arcs of a large circle, so only places on the arc count.
        var frame = new double[2 * 17];
        for (int i = 0; i <= 16; i++) {
            double angle = start + sweep * i / 16;
            frame[2 * i] = centreX + ux * Math.cos(angle) + vx * Math.sin(angle);
            frame[2 * i + 1] = centreY + uy * Math.cos(angle) + vy * Math.sin(angle);
        }
        return frame;
    }
}
