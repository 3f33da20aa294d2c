package org.millwright.geometry.features;

import org.millwright.geometry.Point;

/**
 * A cylindrical patch of a surface.
 *
 * @param centre middle of its axis
 * @param axis direction of length one; of its largest component the sign is positive
 * @param depthMm extent along the axis
 * @param sweepDeg how much of the full turn it covers
 * @param hollow whether the surface looks towards the axis, like a hole; else like a pin
 * @param open whether nothing closes either end of the axis: a through hole
 * @param face one of its faces
 */
public record Cylinder(
        Point centre,
        Point axis,
        double diameterMm,
        double depthMm,
        double sweepDeg,
        boolean hollow,
        boolean open,
        int face) {
    private static final double WHOLE_DEG = 330;

    /** Whether it goes all the way round: a hole or a pin, and no rounded corner. */
    public boolean whole() {
        return sweepDeg >= WHOLE_DEG;
    }

    /** Whether its axis runs within about 2° of a direction of length one, either way. */
    public boolean along(double x, double y, double z) {
        return Math.abs(axis.x() * x + axis.y() * y + axis.z() * z) > 0.9994;
    }
}
