package org.millwright.geometry;

/** Straight ways in the plane. */
public final class Straight {
    private Straight() {}

    /**
     * Length of a way that goes so far along x and y. Several times as fast as {@link Math#hypot}, whose care for numbers
     * beyond 1e150 no length in mm needs.
     */
    public static double lengthMm(double dxMm, double dyMm) {
        return Math.sqrt(dxMm * dxMm + dyMm * dyMm);
    }
}
