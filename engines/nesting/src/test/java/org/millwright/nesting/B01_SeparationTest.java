package org.millwright.nesting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.verification.LayoutVerifier;

/** What the search by separation finds that placing part by part does not. */
class B01_SeparationTest {
    private static final Polygon TRIANGLE = Polygon.ofMm(0, 0, 40, 0, 0, 40);
    private static final Stock LONG_STRIP = Stock.sheet("strip", 5000, 42, 1, 0);

    /** Two right triangles make a square; ten pairs in a strip a little wider than they are need 400 mm and a little. */
    @Test
    void pairsTrianglesToSquares() {
        var problem = new NestingProblem(
                List.of(new Item("t", TRIANGLE, 20, Orientations.of(0, 180), 0, 0)), List.of(LONG_STRIP), 0, 0);
        Layout layout = Nesting.of(problem).solve(Budget.ofSteps(10_000), 1);
        assertThat(layout.used().getFirst().usedLengthMm()).isLessThan(430);
    }

    @Test
    void turnsFreelyWhereNothingElseFits() {
        // A diagonal of 130 mm in a square of 100 mm.
        var bar = new Item("bar", Polygon.rectangleMm(120, 8), 1, Orientations.any(), 0, 0);
        var problem = new NestingProblem(List.of(bar), List.of(Stock.sheet("strip", 1000, 100, 1, 0)), 0, 0);
        Layout layout = Nesting.of(problem).solve(Budget.ofSteps(3_000), 1);
        assertThat(layout.unplaced()).isEmpty();
        assertThat(LayoutVerifier.violations(problem, layout)).isEmpty();
        assertThat(layout.used().getFirst().usedLengthMm()).isLessThan(100);
    }

    /** Five bars fit beside each other only when they lie along or across; drawn askew they have to be turned for that. */
    @Test
    void setsPartsUprightThatWereDrawnAskew() {
        var bar = new Item("bar", Polygon.rectangleMm(100, 20).rotated(37), 20, Orientations.any(), 0, 0);
        var problem = new NestingProblem(List.of(bar), List.of(Stock.sheet("strip", 5000, 101, 1, 0)), 0, 0);
        Layout layout = Nesting.of(problem).solve(Budget.ofSteps(5_000), 1);
        assertThat(LayoutVerifier.violations(problem, layout)).isEmpty();
        assertThat(layout.used().getFirst().usedLengthMm()).isLessThan(401);
    }

    @Test
    void keepsToTheGrainAndMirrorsOnlyWhereAllowed() {
        Polygon hook = Polygon.ofMm(0, 0, 30, 0, 30, 8, 8, 8, 8, 30, 0, 30);
        var problem = new NestingProblem(
                List.of(
                        new Item("grain", hook, 6, Orientations.grain(2, true), 0, 0),
                        new Item("flip", hook, 6, Orientations.of(0).mirrored(), 0, 0)),
                List.of(LONG_STRIP),
                1,
                1);
        Layout layout = Nesting.of(problem).solve(Budget.ofSteps(6_000), 3);
        assertThat(LayoutVerifier.violations(problem, layout)).isEmpty();
        assertThat(layout.placements())
                .filteredOn(placement -> placement.itemId().equals("grain"))
                .noneMatch(placement -> placement.mirrored());
    }

    @Test
    void keepsOffDefectsUnlessThePartCanDoWithLess() {
        Polygon zone = Polygon.ofMm(45, 0, 55, 0, 55, 60, 45, 60);
        Stock hide = new Stock("hide", Polygon.rectangleMm(100, 60), 1, 0, 0, List.of(new Stock.Zone(zone, 1)));
        Layout fussy = solve(hide, 2);
        assertThat(fussy.placements()).hasSize(2);
        assertThat(solve(hide, 1).placements()).hasSize(3);
    }

    private static Layout solve(Stock stock, int quality) {
        var square = new Item("s", Polygon.rectangleMm(33, 50), 3, Orientations.of(0), 0, quality);
        var problem = new NestingProblem(List.of(square), List.of(stock), 0, 0);
        Layout layout = Nesting.of(problem).solve(Budget.ofSteps(2_000), 1);
        assertThat(LayoutVerifier.violations(problem, layout)).isEmpty();
        return layout;
    }

    /** Area alone allows one sheet for a set that no order of placing one by one gets on less than two. */
    @Test
    void closesASheetByMovingItsPartsOver() {
        List<Item> items = List.of(
                new Item("t", TRIANGLE, 8, Orientations.of(0, 180), 0, 0),
                new Item("bar", Polygon.rectangleMm(80, 10), 2, Orientations.of(0, 90), 0, 0));
        var problem = new NestingProblem(items, List.of(Stock.sheet("sheet", 84, 106, 3, 100)), 0, 0);
        Layout layout = Nesting.of(problem).solve(Budget.ofSteps(8_000), 1);
        assertThat(layout.unplaced()).isEmpty();
        assertThat(layout.used()).hasSize(1);
    }

    @Test
    void severalThreadsWithStepsGiveTheSameLayoutEveryTime() {
        var problem = new NestingProblem(
                List.of(new Item("t", TRIANGLE, 9, Orientations.of(0, 90, 180), 0, 0)), List.of(LONG_STRIP), 0.5, 0);
        Layout once = Nesting.of(problem).withThreads(2).solve(Budget.ofSteps(2_000), 5);
        assertThat(Nesting.of(problem).withThreads(2).solve(Budget.ofSteps(2_000), 5))
                .isEqualTo(once);
    }

    @Test
    void aCancelledSearchReturnsItsBestVerifiedLayout() {
        var problem = new NestingProblem(
                List.of(new Item("t", TRIANGLE, 9, Orientations.of(0, 90, 180), 0, 0)), List.of(LONG_STRIP), 0, 0);
        var asked = new AtomicInteger();
        List<Improvement> improvements = new ArrayList<>();
        Layout layout = Nesting.of(problem)
                .cancelledWhen(() -> asked.incrementAndGet() > 300)
                .solve(Budget.ofSteps(Long.MAX_VALUE), 1, improvements::add);
        assertThat(LayoutVerifier.violations(problem, layout)).isEmpty();
        assertThat(improvements).isNotEmpty();
        assertThat(layout.placements()).hasSize(9);
    }

    @Test
    void theLastSheetIsPushedWhereItLeavesTheLargerRectangle() {
        // Five bars fill the lower edge and leave 101 x 170 mm; pushed left they would leave 81 x 200 mm.
        var bars = List.of(new Item("bar", Polygon.rectangleMm(20, 30), 5, Orientations.of(0), 0, 0));
        var problem = new NestingProblem(bars, List.of(Stock.sheet("sheet", 101, 200, 1, 10)), 0, 0);
        Layout layout = Nesting.of(problem).solve(Budget.ofSteps(3_000), 1);
        assertThat(LayoutVerifier.violations(problem, layout)).isEmpty();
        assertThat(Remnants.rectangleLeft(problem, layout, "sheet", 0)
                        .orElseThrow()
                        .areaMm2())
                .isGreaterThan(17_000);
    }

    @Test
    void fillsAStripTooShortForAllPartsBehindOneAnother() {
        var triangles = new Item("t", TRIANGLE, 500, Orientations.of(0, 180), 0, 0);
        var problem = new NestingProblem(List.of(triangles), List.of(Stock.sheet("strip", 20_000, 42, 1, 0)), 0.5, 0);
        Layout layout = Nesting.of(problem).solve(Budget.ofSteps(10), 1);
        assertThat(layout.unplaced()).isEmpty();
        assertThat(LayoutVerifier.violations(problem, layout)).isEmpty();
        assertThat(Nesting.of(problem).solve(Budget.ofSteps(10), 1)).isEqualTo(layout);
    }

    @Test
    void manySimplePartsFillAStripDenselyAtOnce() {
        var random = new SplittableRandom(4);
        List<Item> items = new ArrayList<>();
        for (int k = 0; k < 30; k++) {
            Polygon rectangle = Polygon.rectangleMm(20 + random.nextInt(100), 20 + random.nextInt(100));
            items.add(new Item("r" + k, rectangle, 10, Orientations.of(0, 90), 0, 0));
        }
        double areaMm2 =
                items.stream().mapToDouble(item -> 10 * item.shape().areaMm2()).sum();
        var problem = new NestingProblem(items, List.of(Stock.sheet("strip", 40_000, 500, 1, 0)), 0, 0);
        Layout layout = Nesting.of(problem).solve(Budget.ofSteps(100), 1);
        assertThat(LayoutVerifier.violations(problem, layout)).isEmpty();
        assertThat(layout.unplaced()).isEmpty();
        assertThat(areaMm2 / (500 * layout.used().getFirst().usedLengthMm())).isGreaterThan(0.9);
    }

    /** Gears of two thousand corners each: neither drawing them coarser nor verifying them may take minutes. */
    @Test
    void partsOfThousandsOfCornersNestWithinABriefSearch() {
        double[] gear = new double[4_000];
        for (int i = 0; i < 2_000; i++) {
            double radius = i / 50 % 2 == 0 ? 30 : 34;
            gear[2 * i] = radius * Math.cos(Math.PI * i / 1_000);
            gear[2 * i + 1] = radius * Math.sin(Math.PI * i / 1_000);
        }
        var gears = new Item("gear", Polygon.ofMm(gear), 6, Orientations.any(), 0, 0);
        var problem = new NestingProblem(List.of(gears), List.of(Stock.sheet("strip", 1_000, 150, 1, 0)), 1, 0);
        Layout layout = Nesting.of(problem).solve(Budget.ofSteps(200), 1);
        assertThat(LayoutVerifier.violations(problem, layout)).isEmpty();
        assertThat(layout.placements()).hasSize(6);
    }

    @Test
    void aStripThatTurnsOutTooShortForAllHoldsAsManyAsFit() {
        var squares = new Item("s", Polygon.rectangleMm(40, 40), 100, Orientations.of(0), 0, 0);
        var problem = new NestingProblem(List.of(squares), List.of(Stock.sheet("strip", 3_900, 42, 1, 0)), 0, 0);
        Layout layout = Nesting.of(problem).withThreads(2).solve(Budget.ofSteps(200), 1);
        assertThat(LayoutVerifier.violations(problem, layout)).isEmpty();
        assertThat(layout.placements()).hasSize(97);
        assertThat(layout.unplaced()).hasSize(3);
    }
}
