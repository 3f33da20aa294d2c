package org.millwright.nesting.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.shape.Extras;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Overlap;
import org.millwright.nesting.shape.Turns;

/** Each node of a picture beside what the figures themselves say; where they all but touch the two may differ. */
class NoFitPictureTest {
    private static final int NODES = 129;

    private final Overlap overlap = new Overlap();

    @Test
    void picturesOfStarsAgreeWithTheFigures() {
        long seed = 21;
        var random = new SplittableRandom(seed);
        for (int k = 0; k < 40; k++) {
            assertThat(wrongPart(star(random, 5 + random.nextInt(30), 0), star(random, 5 + random.nextInt(30), 0)))
                    .as("seed %d, pair %d", seed, k)
                    .isLessThan(0.002);
        }
    }

    @Test
    void picturesKeepTheClearance() {
        long seed = 22;
        var random = new SplittableRandom(seed);
        for (int k = 0; k < 20; k++) {
            double clearanceMm = 1 + 9 * random.nextDouble();
            assertThat(wrongPart(star(random, 12, clearanceMm), star(random, 9, clearanceMm)))
                    .as("seed %d, pair %d", seed, k)
                    .isLessThan(0.005);
        }
    }

    @Test
    void whatFitsIntoAHoleIsFreeThere() {
        Figure frame = figure(
                Polygon.ofMm(
                        new double[] {0, 0, 100, 0, 100, 100, 0, 100},
                        List.of(new double[] {20, 20, 20, 80, 80, 80, 80, 20})),
                0);
        Figure square = figure(Polygon.ofMm(0, 0, 30, 0, 30, 30, 0, 30), 0);
        assertThat(wrongPart(frame, square)).isLessThan(0.002);
        double step = 130_000.0 / (NODES - 1);
        var picture = new NoFitPicture(frame, square, -65_000, -65_000, step, step, NODES, false, overlap);
        assertThat(picture.isSet(NODES / 2, NODES / 2)).isFalse();
        assertThat(picture.isSet(NODES / 2, NODES / 4)).isTrue();
    }

    /** Figures of so many corners are asked, node by node near their borders. */
    @Test
    void figuresOfVeryManyCornersAreAsked() {
        var random = new SplittableRandom(23);
        assertThat(wrongPart(star(random, 700, 0), star(random, 12, 0))).isLessThan(0.002);
    }

    /** Two hundred teeth with tips at chance places fall into some ten thousand trapezoids. */
    @Test
    void combsAreAskedInsteadOfCutUp() {
        var random = new SplittableRandom(24);
        int teeth = 200;
        double[] xy = new double[4 * teeth + 4];
        for (int k = 0; k < teeth; k++) {
            xy[4 * k] = 60 + 30 * random.nextDouble();
            xy[4 * k + 1] = k;
            xy[4 * k + 2] = 10 + 30 * random.nextDouble();
            xy[4 * k + 3] = k + 0.5;
        }
        xy[4 * teeth] = 0;
        xy[4 * teeth + 1] = teeth;
        Figure comb = figure(Polygon.ofMm(xy), 0);
        assertThat(comb.corners()).isBetween(200, 600);
        assertThat(comb.convexParts().length).isGreaterThan(6_000);
        assertThat(wrongPart(comb, comb)).isLessThan(0.002);
    }

    private double wrongPart(Figure a, Figure b) {
        double fromX = a.minX - b.maxX;
        double fromY = a.minY - b.maxY;
        double stepX = (a.maxX - b.minX - fromX) / (NODES - 1);
        double stepY = (a.maxY - b.minY - fromY) / (NODES - 1);
        var picture = new NoFitPicture(a, b, fromX, fromY, stepX, stepY, NODES, false, overlap);
        int wrong = 0;
        for (int y = 0; y < NODES; y++) {
            for (int x = 0; x < NODES; x++) {
                boolean rim = x == 0 || y == 0 || x == NODES - 1 || y == NODES - 1;
                if (picture.isSet(x, y) != (!rim && overlap.collide(a, b, fromX + x * stepX, fromY + y * stepY))) {
                    wrong++;
                }
            }
        }
        return wrong / (double) (NODES * NODES);
    }

    private static Figure star(SplittableRandom random, int corners, double clearanceMm) {
        double[] xy = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            double r = 50 + 40 * random.nextDouble();
            xy[2 * i] = r * Math.cos(2 * Math.PI * i / corners);
            xy[2 * i + 1] = r * Math.sin(2 * Math.PI * i / corners);
        }
        return figure(Polygon.ofMm(xy), clearanceMm);
    }

    private static Figure figure(Polygon shape, double clearanceMm) {
        return Turns.of(shape, Orientations.of(0), clearanceMm * 500, Extras.none()).steps[0];
    }
}
