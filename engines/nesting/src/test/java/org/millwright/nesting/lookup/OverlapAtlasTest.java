package org.millwright.nesting.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.shape.Extras;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Overlap;
import org.millwright.nesting.shape.Turns;

class OverlapAtlasTest {
    @Test
    void onePartMuchLargerThanTheOthersIsDrawnCoarsely() {
        Figure[] figures = {square(2_000), square(2)};
        OverlapAtlas atlas = atlas(figures, 2_100);
        assertThat(atlas.planes(0, 0).columns()).isLessThan(130);
        assertThat(atlas.planes(1, 0).columns()).isLessThan(70);
    }

    @Test
    void nothingMoreIsDrawnWhenPicturesTakeTooMuchMemory() {
        Figure[] figures = new Figure[128];
        for (int k = 0; k < figures.length; k++) {
            figures[k] = square(20 + k);
        }
        OverlapAtlas atlas = atlas(figures, 8_000);
        int drawn = 0;
        for (int a = 0; a < figures.length && atlas.isUsed(); a++) {
            for (int b = a; b < figures.length && atlas.isUsed(); b++) {
                atlas.planes(a, b);
                drawn++;
            }
        }
        assertThat(drawn).isBetween(50, figures.length * (figures.length + 1) / 2 - 1);
    }

    private static OverlapAtlas atlas(Figure[] figures, double meanNarrowUm) {
        var overlap = new Overlap();
        return new OverlapAtlas(
                figures,
                meanNarrowUm,
                (a, b, dx, dy) -> overlap.loss(figures[a], figures[b], dx, dy, Double.POSITIVE_INFINITY));
    }

    private static Figure square(double sideMm) {
        Polygon polygon = Polygon.ofMm(new double[] {0, 0, sideMm, 0, sideMm, sideMm, 0, sideMm}, List.of());
        return Turns.of(polygon, Orientations.of(0), 0, Extras.none()).steps[0];
    }
}
