package org.millwright.machines.gcode;

import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Point;
import org.millwright.machines.gcode.model.Violations;

/**
 * An arc in the xy plane.
 *
 * @param start angle of its first point, radians
 * @param sweep signed angle, positive is anticlockwise
 */
record Arc(double centreX, double centreY, double radius, double start, double sweep) {
    /** GRBL 1.1 (error 33): radii at the two ends may differ by 0.5 mm, or by 0.005 mm and a thousandth. */
    private static final double LARGEST_MISMATCH_MM = 0.5;

    private static final double SMALL_MISMATCH_MM = 0.005;
    /** Beyond it an arc is a slip, and would be cut into millions of chords. */
    private static final double LARGEST_RADIUS_MM = 100_000;

    /** The arc that I, J or R describe; null when there is none. */
    static @Nullable Arc of(Words w, double x, double y, double toX, double toY, boolean clockwise, double unitMm) {
        double radiusWord = w.value('R', Double.NaN);
        double centreX;
        double centreY;
        if (!Double.isNaN(radiusWord)) {
            double r = radiusWord * unitMm;
            double dx = toX - x;
            double dy = toY - y;
            double chord = Math.hypot(dx, dy);
            double square = 4 * r * r - chord * chord;
            // A half circle may miss by rounding.
            if (chord == 0 || square < -1e-3 * chord) {
                return null;
            }
            double h = Math.sqrt(Math.max(0, square)) / chord / 2;
            boolean left = clockwise == r < 0;
            centreX = x + dx / 2 + (left ? -dy : dy) * h;
            centreY = y + dy / 2 + (left ? dx : -dx) * h;
        } else if (w.has('I') || w.has('J')) {
            centreX = x + w.value('I', 0) * unitMm;
            centreY = y + w.value('J', 0) * unitMm;
        } else {
            return null;
        }
        double radius = Math.hypot(x - centreX, y - centreY);
        double mismatch = Math.abs(radius - Math.hypot(toX - centreX, toY - centreY));
        boolean fits = mismatch <= SMALL_MISMATCH_MM || (mismatch <= LARGEST_MISMATCH_MM && mismatch <= 0.001 * radius);
        if (!fits || radius < 1e-9 || radius > LARGEST_RADIUS_MM) {
            return null;
        }
        double start = Math.atan2(y - centreY, x - centreX);
        double sweep = Math.atan2(toY - centreY, toX - centreX) - start;
        // GRBL's ARC_ANGULAR_TRAVEL_EPSILON: the same end point means a full circle.
        if (clockwise && sweep >= -5e-7) {
            sweep -= 2 * Math.PI;
        } else if (!clockwise && sweep <= 5e-7) {
            sweep += 2 * Math.PI;
        }
        return new Arc(centreX, centreY, radius, start, sweep);
    }

    /** Why {@link #of} found none. */
    static String problem(Words w, double x, double y, double toX, double toY, double unitMm) {
        if (!w.has('R') && !w.has('I') && !w.has('J')) {
            return Violations.text("arc.none");
        }
        if (w.has('R')) {
            return Violations.text("arc.radius", w.value('R', 0) * unitMm, Math.hypot(toX - x, toY - y));
        }
        double centreX = x + w.value('I', 0) * unitMm;
        double centreY = y + w.value('J', 0) * unitMm;
        return Violations.text(
                "arc.ends", Math.hypot(x - centreX, y - centreY), Math.hypot(toX - centreX, toY - centreY));
    }

    double lengthMm(double rise) {
        return Math.hypot(radius * sweep, rise);
    }

    double xAt(double share) {
        return centreX + radius * Math.cos(start + sweep * share);
    }

    double yAt(double share) {
        return centreY + radius * Math.sin(start + sweep * share);
    }

    /** Its exact box: the two ends and the quadrants it passes. */
    Bounds bounds(double fromZ, double toZ) {
        double minX = Math.min(xAt(0), xAt(1));
        double maxX = Math.max(xAt(0), xAt(1));
        double minY = Math.min(yAt(0), yAt(1));
        double maxY = Math.max(yAt(0), yAt(1));
        double low = Math.min(start, start + sweep);
        double high = Math.max(start, start + sweep);
        double quarter = Math.PI / 2;
        for (long q = (long) Math.ceil(low / quarter); q * quarter <= high; q++) {
            switch ((int) Math.floorMod(q, 4L)) {
                case 0 -> maxX = centreX + radius;
                case 1 -> maxY = centreY + radius;
                case 2 -> minX = centreX - radius;
                default -> minY = centreY - radius;
            }
        }
        return new Bounds(new Point(minX, minY, Math.min(fromZ, toZ)), new Point(maxX, maxY, Math.max(fromZ, toZ)));
    }
}
