package org.millwright.nesting.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.shape.Extras;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Overlap;
import org.millwright.nesting.shape.Turns;

class OverlapPlanesTest {
    private static final double PITCH_UM = 500;

    private final Overlap overlap = new Overlap();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void strikesOutExactlyThePlacesWhereTheLossReachesTheLevel(long seed) {
        var random = new SplittableRandom(seed);
        Figure a = triangle(random);
        Figure b = triangle(random);
        OverlapPlanes[] both = OverlapPlanes.ofBoth(a, b, PITCH_UM, (dx, dy) -> loss(a, b, dx, dy));
        for (int round = 0; round < 40; round++) {
            int level = OverlapPlanes.level((float) Math.exp(random.nextDouble(5, 22)));
            checkStruck(both[0], a, b, level, random, seed);
            checkStruck(both[1], b, a, level, random, seed);
        }
    }

    private void checkStruck(
            OverlapPlanes planes, Figure moved, Figure around, int level, SplittableRandom random, long seed) {
        int columns = random.nextInt(1, 90);
        int words = random.nextInt(1, 4);
        int firstColumn = random.nextInt(-120, 60);
        int firstRow = random.nextInt(-200, 100);
        long[] free = new long[columns * words];
        Arrays.fill(free, -1L);
        planes.strike(free, columns, words, firstColumn, firstRow, level);
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < words * Long.SIZE; row++) {
                double loss = loss(moved, around, -(firstColumn + column) * PITCH_UM, -(firstRow + row) * PITCH_UM);
                boolean struck = (free[row / Long.SIZE * columns + column] >>> row & 1) == 0;
                assertThat(struck)
                        .as("seed %d, level %d, column %d, row %d, loss %s", seed, level, column, row, loss)
                        .isEqualTo(loss > 0 && OverlapPlanes.level((float) loss) >= level);
            }
        }
    }

    private double loss(Figure a, Figure b, double dx, double dy) {
        return overlap.loss(a, b, dx, dy, Double.POSITIVE_INFINITY);
    }

    /** Up to 40 mm high, so that pictures of pairs have one to three words. */
    private static Figure triangle(SplittableRandom random) {
        double[] corners = new double[6];
        for (int k = 0; k < 6; k++) {
            corners[k] = k % 2 == 0 ? random.nextDouble(15) : random.nextDouble(40);
        }
        corners[4] = corners[0] + 10;
        corners[5] = corners[1] + 3;
        return Turns.of(Polygon.ofMm(corners, List.of()), Orientations.of(0), 0, Extras.none()).steps[0];
    }
}
