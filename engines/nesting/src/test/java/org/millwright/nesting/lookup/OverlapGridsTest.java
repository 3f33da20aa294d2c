package org.millwright.nesting.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.shape.Extras;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Overlap;
import org.millwright.nesting.shape.Turns;

class OverlapGridsTest {
    /** 12,720 pairs that share nothing; what was found for the first is found again after it was forgotten. */
    @Test
    void noMoreThanTenThousandGridsAreKept() {
        Figure[] wedges = new Figure[159];
        for (int k = 0; k < wedges.length; k++) {
            Polygon wedge = Polygon.ofMm(0, 0, 20 + 0.1 * k, 0, 5, 18);
            wedges[k] = Turns.of(wedge, Orientations.of(0), 0, Extras.none()).steps[0];
        }
        var grids = new OverlapGrids(new NoFitMaps(wedges), new Overlap());
        double first = grids.loss(0, 1, 3_000, 2_000, Double.POSITIVE_INFINITY);
        int most = 0;
        for (int a = 0; a < wedges.length; a++) {
            for (int b = a; b < wedges.length; b++) {
                grids.measured(a, b, 100_000, 0, Double.POSITIVE_INFINITY);
                most = Math.max(most, grids.kept());
            }
        }
        assertThat(most).isEqualTo(10_000);
        assertThat(grids.kept()).isEqualTo(12_720 - 10_000);
        assertThat(grids.loss(0, 1, 3_000, 2_000, Double.POSITIVE_INFINITY)).isEqualTo(first);
    }
}
