package org.millwright.nesting.shape;

import org.millwright.nesting.model.Polygon;

/**
 * The largest disc inside a polygon: where a label goes.
 *
 * @param radiusMm of the disc
 */
public record Middle(double xMm, double yMm, double radiusMm) {
    private static final double MM_PER_UM = 1e-3;

    public static Middle of(Polygon polygon) {
        double[] poles = Poles.of(Rings.around(polygon, 0, 0));
        return poles.length < 3
                ? new Middle(
                        (polygon.minXUm() + polygon.maxXUm()) / 2.0 * MM_PER_UM,
                        (polygon.minYUm() + polygon.maxYUm()) / 2.0 * MM_PER_UM,
                        0)
                : new Middle(poles[0] * MM_PER_UM, poles[1] * MM_PER_UM, poles[2] * MM_PER_UM);
    }
}
