package org.millwright.nesting.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.millwright.nesting.lookup.NoFitMaps;
import org.millwright.nesting.lookup.OverlapGrids;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Polygon;

/** Figures: covers hold what they cover, poles lie inside, overlaps are seen. */
class ShapeTest {
    private final Overlap overlap = new Overlap();

    private static Figure figure(Polygon polygon, double grownUm) {
        return Turns.of(polygon, Orientations.of(0), grownUm, Extras.none()).steps[0];
    }

    @Test
    void squaresSideBySideAreApartAndOverlapMoreTheDeeperTheyLie() {
        Figure square = figure(Polygon.rectangleMm(10, 10), 0);
        assertThat(overlap.loss(square, square, 10_000.1, 0, Double.POSITIVE_INFINITY))
                .isZero();
        double shallow = overlap.loss(square, square, 9_000, 0, Double.POSITIVE_INFINITY);
        double deep = overlap.loss(square, square, 3_000, 0, Double.POSITIVE_INFINITY);
        assertThat(shallow).isPositive().isLessThan(deep);
        assertThat(overlap.loss(square, square, 3_000, 0, shallow)).isInfinite();
    }

    @Test
    void whatLiesInAHoleIsApartAndWhatLiesInTheMaterialIsNot() {
        Figure frame = figure(
                Polygon.ofMm(
                        new double[] {0, 0, 50, 0, 50, 50, 0, 50},
                        List.of(new double[] {10, 10, 40, 10, 40, 40, 10, 40})),
                0);
        Figure small = figure(Polygon.rectangleMm(4, 4), 0);
        assertThat(overlap.collide(frame, small, 0, 0)).isFalse();
        assertThat(overlap.collide(frame, small, 20_000, 0)).isTrue();
        assertThat(overlap.collide(small, frame, 20_000, 0)).isTrue();
    }

    @Test
    void clearanceIsKeptAroundCorners() {
        Figure square = figure(Polygon.rectangleMm(10, 10), 1_000);
        // Corner to corner along the diagonal, 2 mm apart.
        double apart = 10_000 + 2_000 / Math.sqrt(2);
        assertThat(overlap.collide(square, square, apart - 2, apart - 2)).isTrue();
        assertThat(overlap.collide(square, square, apart + 30, apart + 30)).isFalse();
    }

    @Test
    void coversHoldAllCornersAndAddLittle() {
        for (long seed = 1; seed <= 50; seed++) {
            Polygon star = star(new SplittableRandom(seed), 120);
            Polygon cover = Simplification.cover(star);
            double[][] rings = Rings.around(cover, 0, 0);
            long[] corners = star.ringUm(0);
            for (int i = 0; i < corners.length; i += 2) {
                boolean covered = Rings.contain(rings, corners[i], corners[i + 1])
                        || Rings.distance(rings, corners[i], corners[i + 1]) <= 1.5;
                assertThat(covered).as("seed %d, corner %d", seed, i / 2).isTrue();
            }
            assertThat(cover.areaMm2()).as("seed %d", seed).isCloseTo(star.areaMm2(), within(0.0011 * star.areaMm2()));
        }
    }

    @Test
    void polesOfAVerySlenderShapeFillItsWidth() {
        double[] poles = Poles.of(Rings.around(Polygon.rectangleMm(2_000, 1), 0, 0));
        assertThat(poles.length).isGreaterThanOrEqualTo(3 * 5);
        assertThat(poles[2]).isBetween(400.0, 500.0);
    }

    @Test
    void polesLieInsideAndApart() {
        double[][] rings = Rings.around(star(new SplittableRandom(7), 40), 0, 0);
        double[] poles = Poles.of(rings);
        for (int i = 0; i < poles.length; i += 3) {
            assertThat(Rings.contain(rings, poles[i], poles[i + 1])).isTrue();
            assertThat(Rings.distance(rings, poles[i], poles[i + 1])).isGreaterThanOrEqualTo(poles[i + 2] - 1e-6);
            for (int j = 0; j < i; j += 3) {
                assertThat(Math.hypot(poles[i] - poles[j], poles[i + 1] - poles[j + 1]))
                        .isGreaterThanOrEqualTo(poles[i + 2] + poles[j + 2] - 1e-6);
            }
        }
    }

    private static Polygon star(SplittableRandom random, int corners) {
        double[] xy = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            double r = 80 + 20 * random.nextDouble() + 15 * Math.sin(i * 0.7);
            xy[2 * i] = r * Math.cos(2 * Math.PI * i / corners);
            xy[2 * i + 1] = r * Math.sin(2 * Math.PI * i / corners);
        }
        return Polygon.ofMm(xy);
    }

    /** Looked up losses rank places nearly as the figures do, and agree that places without any overlap are free. */
    @Test
    void lookedUpOverlapsAreCloseToThoseWorkedOut() {
        assertLookedUp(new Figure[0], 200, 0.03);
    }

    /** Grids of many figures are coarser. */
    @Test
    void lookedUpOverlapsOfManyFiguresAreCloseAsWell() {
        assertLookedUp(wedges(62), 400, 0.06);
    }

    private void assertLookedUp(Figure[] others, int mostWrong, double mostOff) {
        Figure ell = figure(Polygon.ofMm(0, 0, 30, 0, 30, 10, 10, 10, 10, 30, 0, 30), 0);
        Figure wedge = figure(Polygon.ofMm(0, 0, 25, 0, 5, 18), 0);
        Figure[] figures = Arrays.copyOf(new Figure[] {ell, wedge}, 2 + others.length);
        System.arraycopy(others, 0, figures, 2, others.length);
        var grids = new OverlapGrids(new NoFitMaps(figures), overlap);
        long seed = 7;
        var random = new SplittableRandom(seed);
        double off = 0;
        int wrong = 0;
        for (int k = 0; k < 20_000; k++) {
            double dx = random.nextDouble(-40_000, 40_000);
            double dy = random.nextDouble(-40_000, 40_000);
            boolean turned = random.nextBoolean();
            double exact = turned
                    ? grids.measured(1, 0, dx, dy, Double.POSITIVE_INFINITY)
                    : grids.measured(0, 1, dx, dy, Double.POSITIVE_INFINITY);
            boolean apart = turned ? !overlap.collide(wedge, ell, dx, dy) : !overlap.collide(ell, wedge, dx, dy);
            assertThat(exact == 0).isEqualTo(apart);
            double found = turned
                    ? grids.loss(1, 0, dx, dy, Double.POSITIVE_INFINITY)
                    : grids.loss(0, 1, dx, dy, Double.POSITIVE_INFINITY);
            wrong += exact == 0 != (found == 0) ? 1 : 0;
            off += exact > 0 && found > 0 ? Math.abs(found / exact - 1) : 0;
        }
        assertThat(wrong).as("seed %d", seed).isLessThan(mostWrong);
        assertThat(off / 20_000).as("seed %d", seed).isLessThan(mostOff);
    }

    /** Two squares that overlap by so much in x, and by more in y, come apart when one is moved so far. */
    @Test
    void depthIsTheLeastWayThatTakesFiguresApart() {
        Figure square = figure(Polygon.ofMm(0, 0, 10, 0, 10, 10, 0, 10), 0);
        var grids = new OverlapGrids(new NoFitMaps(new Figure[] {square}), overlap);
        double perUm = square.hullRoot * square.hullRoot;
        for (double depthUm = 500; depthUm <= 8_000; depthUm += 250) {
            double found = grids.measured(0, 0, 10_000 - depthUm, 1_000, Double.POSITIVE_INFINITY) / perUm;
            assertThat(found).isCloseTo(depthUm, within(200.0));
        }
        assertThat(grids.measured(0, 0, 10_001, 0, Double.POSITIVE_INFINITY)).isZero();
        assertThat(grids.measured(0, 0, 9_999, 0, Double.MIN_VALUE)).isInfinite();
    }

    @Test
    void overlapsOfManyFiguresAreLookedUpInLongSearchesAndOfVeryManyWorkedOut() {
        assertThat(new OverlapGrids(new NoFitMaps(wedges(48)), overlap).pay(20_000, 0.9))
                .isTrue();
        assertThat(new OverlapGrids(new NoFitMaps(wedges(200)), overlap).pay(150_000, 0.1))
                .isFalse();
        assertThat(new OverlapGrids(new NoFitMaps(wedges(200)), overlap).pay(250_000, 0.1))
                .isTrue();
        assertThat(new OverlapGrids(new NoFitMaps(wedges(200)), overlap).pay(7_000_000, 0.4))
                .isFalse();
        assertThat(new OverlapGrids(new NoFitMaps(wedges(256)), overlap).areUsed())
                .isTrue();
        assertThat(new OverlapGrids(new NoFitMaps(wedges(257)), overlap).areUsed())
                .isFalse();
    }

    private Figure[] wedges(int count) {
        Figure[] wedges = new Figure[count];
        Arrays.fill(wedges, figure(Polygon.ofMm(0, 0, 25, 0, 5, 18), 0));
        return wedges;
    }

    /** Figures that are half a turn of others share what was found for those, seen from the other side. */
    @Test
    void lookedUpOverlapsOfOppositeTurnsAgree() {
        Turns ell = turns(Polygon.ofMm(0, 0, 30, 0, 30, 10, 10, 10, 10, 30, 0, 30));
        Turns wedge = turns(Polygon.ofMm(0, 0, 25, 0, 5, 18));
        Figure[] figures = {ell.steps[0], ell.steps[1], wedge.steps[0], wedge.steps[1]};
        var grids = new OverlapGrids(new NoFitMaps(figures), overlap);
        long seed = 8;
        var random = new SplittableRandom(seed);
        int wrong = 0;
        for (int k = 0; k < 20_000; k++) {
            double dx = random.nextDouble(-40_000, 40_000);
            double dy = random.nextDouble(-40_000, 40_000);
            int a = random.nextInt(4);
            int b = random.nextInt(4);
            double exact = grids.measured(a, b, dx, dy, Double.POSITIVE_INFINITY);
            assertThat(exact == 0).isEqualTo(!overlap.collide(figures[a], figures[b], dx, dy));
            double found = grids.loss(a, b, dx, dy, Double.POSITIVE_INFINITY);
            wrong += exact == 0 != (found == 0) || Math.abs(found - exact) > 0.5 * exact ? 1 : 0;
        }
        assertThat(wrong).as("seed %d", seed).isLessThan(300);
    }

    private static Turns turns(Polygon shape) {
        return Turns.of(shape, Orientations.of(0, 180), 0, Extras.none());
    }
}
