package org.millwright.geometry.features;

import org.millwright.geometry.Point;

/**
 * A group of neighbouring faces of about one slope, or of one smooth curve, that look down.
 *
 * @param leanDeg how far it leans on average from the vertical: 0 is a wall, 90 a ceiling
 * @param spanMm distance between the walls that hold a ceiling at both ends; infinite when it is held on one side only
 * @param at middle of its largest face
 */
public record Underside(double leanDeg, double areaMm2, double spanMm, Point at) {
    /** Whether it is a ceiling held at two ends. */
    public boolean bridges() {
        return Double.isFinite(spanMm);
    }
}
