package org.millwright.nesting.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutwardTest {
    private static final double ERROR_MM = 0.01;

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 3, 10, 250, 2000})
    void chordsOfADiscAreMovedOutOfIt(double radiusMm) {
        double[] disc = circle(radiusMm);
        assertThat(nearest(disc)).isLessThan(radiusMm);
        double[] covering = Outward.ofMm(disc, false, ERROR_MM);
        assertThat(nearest(covering)).isGreaterThan(radiusMm - 1e-4);
        assertThat(farthest(covering)).isLessThan(radiusMm + 3 * ERROR_MM);
    }

    @Test
    void itDoesNotMatterWhichWayRoundADiscIsDrawn() {
        double[] disc = circle(20);
        double[] reversed = new double[disc.length];
        for (int i = 0; i < disc.length; i += 2) {
            reversed[i] = disc[disc.length - 2 - i];
            reversed[i + 1] = disc[disc.length - 1 - i];
        }
        assertThat(nearest(Outward.ofMm(reversed, false, ERROR_MM))).isGreaterThan(20 - 1e-4);
    }

    @Test
    void chordsOfARoundHoleLieInTheHoleAlreadyAndStay() {
        double[] hole = circle(20);
        assertThat(Outward.ofMm(hole, true, ERROR_MM)).containsExactly(hole);
    }

    @Test
    void aRectangleStaysAsItIs() {
        double[] rectangle = {0, 0, 600, 0, 600, 400, 0, 400};
        assertThat(Outward.ofMm(rectangle, false, ERROR_MM)).containsExactly(rectangle);
    }

    @Test
    void realCornersMoveByHardlyMoreThanTheChordError() {
        double[] barrel = {0, 0, 100, -10, 200, 0, 200, 50, 0, 50};
        double[] covering = Outward.ofMm(barrel, false, ERROR_MM);
        for (int i = 0; i < barrel.length; i++) {
            assertThat(Math.abs(covering[i] - barrel[i])).isLessThan(1.2 * ERROR_MM);
        }
    }

    /** As many corners as keep the chords within the error. */
    private static double[] circle(double radiusMm) {
        int corners = (int) Math.ceil(Math.PI / Math.acos(1 - Math.min(0.5, ERROR_MM / radiusMm)));
        double[] xy = new double[2 * corners];
        for (int k = 0; k < corners; k++) {
            xy[2 * k] = radiusMm * Math.cos(2 * Math.PI * k / corners);
            xy[2 * k + 1] = radiusMm * Math.sin(2 * Math.PI * k / corners);
        }
        return xy;
    }

    /** How near the ring comes to the origin. */
    private static double nearest(double[] xy) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < xy.length; i += 2) {
            int next = (i + 2) % xy.length;
            nearest = Math.min(nearest, Line2D.ptSegDist(xy[i], xy[i + 1], xy[next], xy[next + 1], 0, 0));
        }
        return nearest;
    }

    private static double farthest(double[] xy) {
        double farthest = 0;
        for (int i = 0; i < xy.length; i += 2) {
            farthest = Math.max(farthest, Math.hypot(xy[i], xy[i + 1]));
        }
        return farthest;
    }
}
