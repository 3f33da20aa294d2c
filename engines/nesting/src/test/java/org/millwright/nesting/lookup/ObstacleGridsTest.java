package org.millwright.nesting.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Overlap;
import org.millwright.nesting.shape.Turns;

/** Look-ups of what does not move, beside the figures themselves. */
class ObstacleGridsTest {
    private static final double[] BOX = {0, 0, 1_000_000, 800_000};
    private final Overlap overlap = new Overlap();
    private final Figure part = Turns.unmoved(Polygon.ofMm(0, 0, 90, 0, 90, 40, 30, 40, 30, 120, 0, 120), 0);
    /** Everything around an L that is a metre wide, and a round place in it. */
    private final Figure outline = Turns.unmoved(
            Polygon.ofMm(
                    new double[] {-100, -100, 1100, -100, 1100, 900, -100, 900},
                    List.of(new double[] {0, 0, 0, 800, 450, 800, 450, 400, 1000, 400, 1000, 0})),
            0);

    private final Figure hole =
            Turns.unmoved(Polygon.ofMm(200, 150, 260, 130, 300, 170, 290, 240, 230, 260, 190, 210), 0);

    private final ObstacleGrids grids = grids(outline, hole, part);

    /** Pictures have places ten millimetres apart. */
    private ObstacleGrids grids(Figure one, Figure other, Figure... parts) {
        var atlas = new OverlapAtlas(new Figure[] {part}, 80_000, (a, b, dx, dy) -> 0);
        return new ObstacleGrids(new ObstacleMaps(parts, new Figure[] {one, other}, BOX), atlas, overlap);
    }

    @Test
    void lookUpsSayWhatTheFiguresSayNearlyEverywhere() {
        var random = new SplittableRandom(5);
        for (int o = 0; o < 2; o++) {
            Figure obstacle = o == 0 ? outline : hole;
            int wrong = 0;
            for (int k = 0; k < 20_000; k++) {
                double x = BOX[0] - part.ownMinX + random.nextDouble() * (BOX[2] - part.ownMaxX + part.ownMinX);
                double y = BOX[1] - part.ownMinY + random.nextDouble() * (BOX[3] - part.ownMaxY + part.ownMinY);
                boolean meets = overlap.collide(obstacle, part, x, y);
                assertThat(grids.measured(0, o, x, y, Double.POSITIVE_INFINITY) > 0)
                        .isEqualTo(meets);
                wrong += grids.loss(0, o, x, y, Double.POSITIVE_INFINITY) > 0 == meets ? 0 : 1;
            }
            assertThat(wrong).as("looked up wrongly of 20,000, seed 5").isLessThan(200);
        }
    }

    /** However large the stock is around it: the way out is the way back on to the stock, not beyond the frame. */
    @Test
    void lossGrowsTheFartherAPartIsOffTheStock() {
        double near = grids.loss(0, 0, 480_000, 420_000, Double.POSITIVE_INFINITY);
        double far = grids.loss(0, 0, 700_000, 600_000, Double.POSITIVE_INFINITY);
        double corner = grids.loss(0, 0, 950_000, 730_000, Double.POSITIVE_INFINITY);
        assertThat(near).isPositive().isLessThan(far);
        assertThat(far).isLessThan(corner);
    }

    @Test
    void picturesStrikeOutWhatIsOffTheStock() {
        long[] free = {-1L};
        grids.planes(0, 0).strike(free, 1, 1, 90, 40, 0);
        assertThat(free[0] & 0xFFFFL).isZero();
        free[0] = -1L;
        grids.planes(0, 0).strike(free, 1, 1, 60, 10, 0);
        assertThat(free[0] & 0xFFFL).isEqualTo(0xFFFL);
    }

    @Test
    void farFromAHoleNothingIsStruckOut() {
        for (int column = -20; column < 120; column++) {
            long[] free = {-1L};
            boolean beside = column < 10 || column > 40;
            grids.planes(0, 1).strike(free, 1, 1, column, 0, 0);
            if (beside) {
                assertThat(free[0]).as("column %d", column).isEqualTo(-1L);
            }
        }
        long[] free = {-1L};
        grids.planes(0, 1).strike(free, 1, 1, 25, 0, 0);
        assertThat(free[0]).isNotEqualTo(-1L);
    }

    @Test
    void tooManyPairsAreNotLookedUp() {
        Figure[] many = new Figure[1_001];
        Arrays.fill(many, part);
        assertThat(grids(outline, hole, many).areUsed()).isFalse();
    }

    /** Drawing it would mean asking it node by node, for each figure anew. */
    @Test
    void anOutlineOfVeryManyCornersIsNotLookedUp() {
        double[] jagged = new double[2 * 700];
        for (int k = 0; k < 700; k++) {
            double radius = k % 2 == 0 ? 100 : 90;
            jagged[2 * k] = 500 + radius * Math.cos(Math.PI * k / 350);
            jagged[2 * k + 1] = 400 + radius * Math.sin(Math.PI * k / 350);
        }
        assertThat(grids(outline, Turns.unmoved(Polygon.ofMm(jagged), 0), part).areUsed())
                .isFalse();
        assertThat(grids.areUsed()).isTrue();
    }
}
