package org.millwright.factory.catalog.solid;

import java.util.Arrays;
import org.millwright.geometry.Ring;

/** Closed lines that are often needed. */
public final class Rings {
    private static final int CORNER_CHORDS = 16;

    private static final double SAME_MM = 1e-9;

    private Rings() {}

    /** A rectangle with round corners; a circle when the radius is half of both sides. Counter-clockwise. */
    public static Ring rounded(double left, double bottom, double right, double top, double radius) {
        boolean narrow = right - left <= 2 * radius + SAME_MM;
        boolean low = top - bottom <= 2 * radius + SAME_MM;
        double[] centresX = {right - radius, left + radius, left + radius, right - radius};
        double[] centresY = {top - radius, top - radius, bottom + radius, bottom + radius};
        double[] xy = new double[2 * 4 * (CORNER_CHORDS + 1)];
        int at = 0;
        for (int corner = 0; corner < 4; corner++) {
            // Where two corners meet in one point it is taken once.
            boolean meets = corner % 2 == 0 ? narrow : low;
            for (int i = 0; i <= CORNER_CHORDS - (meets ? 1 : 0); i++) {
                double angle = Math.PI / 2 * (corner + i / (double) CORNER_CHORDS);
                xy[at++] = centresX[corner] + radius * Math.cos(angle);
                xy[at++] = centresY[corner] + radius * Math.sin(angle);
            }
        }
        return new Ring(Arrays.copyOf(xy, at));
    }
}
