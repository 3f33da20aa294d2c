package org.millwright.nesting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.verification.LayoutVerifier;

/** The verifier is the last line of defence: each rule must be seen to catch its violation, to the micrometre. */
class LayoutVerifierTest {
    private static final Polygon SQUARE = Polygon.rectangleMm(10, 10);
    private static final Polygon FRAME =
            Polygon.ofMm(new double[] {0, 0, 30, 0, 30, 30, 0, 30}, List.of(new double[] {5, 5, 25, 5, 25, 25, 5, 25}));
    private static final Polygon TRIANGLE = Polygon.ofMm(0, 0, 20, 0, 0, 20);

    @Test
    void touchingIsNoOverlapWithoutClearance() {
        assertThat(check(0, 0, at(SQUARE, 0, 0, 0), at(SQUARE, 0, 10, 0), at(SQUARE, 0, 0, 10)))
                .isEmpty();
    }

    @Test
    void oneMicrometreIsAnOverlap() {
        assertThat(check(0, 0, at(SQUARE, 0, 0, 0), at(SQUARE, 0, 9.999, 0))).hasSize(1);
    }

    @Test
    void twoEqualPartsOnOneAnotherOverlap() {
        assertThat(check(0, 0, at(SQUARE, 0, 0, 0), at(SQUARE, 0, 0, 0))).hasSize(1);
        assertThat(check(0, 0, at(SQUARE, 0, 10, 10), at(SQUARE, 180, 20, 20))).hasSize(1);
    }

    @Test
    void aPartWhollyInsideAnotherOverlapsButOneInItsHoleDoesNot() {
        Polygon plate = Polygon.rectangleMm(30, 30);
        assertThat(check(0, 0, at(plate, 0, 0, 0), at(SQUARE, 0, 8, 8))).hasSize(1);
        assertThat(check(0, 0, at(FRAME, 0, 0, 0), at(SQUARE, 0, 8, 8))).isEmpty();
        assertThat(check(0, 0, at(FRAME, 0, 0, 0), at(SQUARE, 0, 5, 5))).isEmpty();
        assertThat(check(0, 0, at(FRAME, 0, 0, 0), at(SQUARE, 0, 4.999, 5))).hasSize(1);
    }

    @Test
    void aCornerPushedThroughAnEdgeFromATouchingVertexIsAnOverlap() {
        // The triangle's corner (20, 0) touches, then its slanted side would pass over the square's corner.
        assertThat(check(0, 0, at(TRIANGLE, 0, 0, 0), at(SQUARE, 0, 10, 10))).isEmpty();
        assertThat(check(0, 0, at(TRIANGLE, 0, 0, 0), at(SQUARE, 0, 9.999, 10))).hasSize(1);
    }

    @Test
    void clearanceIsMeasuredExactlyAlsoBetweenCorners() {
        assertThat(check(5, 0, at(SQUARE, 0, 0, 0), at(SQUARE, 0, 13, 14))).isEmpty();
        assertThat(check(5, 0, at(SQUARE, 0, 0, 0), at(SQUARE, 0, 13, 13.999))).hasSize(1);
        assertThat(check(2, 0, at(SQUARE, 0, 0, 0), at(SQUARE, 0, 12, 3))).isEmpty();
        assertThat(check(2, 0, at(SQUARE, 0, 0, 0), at(SQUARE, 0, 11.999, 3))).hasSize(1);
    }

    @Test
    void clearanceHoldsInHolesToo() {
        assertThat(check(3, 0, at(FRAME, 0, 0, 0), at(SQUARE, 0, 8, 8))).isEmpty();
        assertThat(check(3.001, 0, at(FRAME, 0, 0, 0), at(SQUARE, 0, 8, 8))).hasSize(1);
    }

    @Test
    void partsStayInsideTheSheetAndItsMargin() {
        assertThat(check(0, 0, at(SQUARE, 0, 90, 90))).isEmpty();
        assertThat(check(0, 0, at(SQUARE, 0, 90.001, 90))).hasSize(1);
        assertThat(check(0, 4, at(SQUARE, 0, 4, 86))).isEmpty();
        assertThat(check(0, 4, at(SQUARE, 0, 3.999, 86))).hasSize(1);
        assertThat(check(0, 0, at(SQUARE, 0, 300, 300))).hasSize(1);
    }

    @Test
    void partsStayOffTheHolesOfARemnant() {
        Stock remnant = Stock.remnant("remnant", FRAME);
        var item = new Item("part", Polygon.rectangleMm(5, 5), 1, List.of(0), 0);
        var problem = new NestingProblem(List.of(item), List.of(remnant), 0, 0);
        assertThat(LayoutVerifier.violations(problem, layout(placed("part", 0, "remnant", 0, 0, 25))))
                .isEmpty();
        assertThat(LayoutVerifier.violations(problem, layout(placed("part", 0, "remnant", 0, 10, 10))))
                .hasSize(1);
        assertThat(LayoutVerifier.violations(problem, layout(placed("part", 0, "remnant", 0, 1, 5))))
                .hasSize(1);
    }

    @Test
    void aPartOverAHoleOfTheStockThatItSurroundsIsRefused() {
        var stock =
                Stock.remnant("remnant", Polygon.ofMm(new double[] {0, 0, 50, 0, 50, 50, 0, 50}, List.of(new double[] {
                    20, 20, 22, 20, 22, 22, 20, 22
                })));
        var problem = new NestingProblem(List.of(Item.of("part", SQUARE, 1)), List.of(stock), 0, 0);
        assertThat(LayoutVerifier.violations(problem, layout(placed("part", 0, "remnant", 0, 15, 15))))
                .hasSize(1);
        assertThat(LayoutVerifier.violations(problem, layout(placed("part", 0, "remnant", 0, 22, 22))))
                .isEmpty();
    }

    @Test
    void rotationsQuantitiesAndNamesAreChecked() {
        var item = new Item("part", SQUARE, 2, List.of(0, 90), 0);
        var problem = new NestingProblem(List.of(item), List.of(Stock.sheet("sheet", 100, 100, 1, 1)), 0, 0);
        assertThat(LayoutVerifier.violations(
                        problem, layout(placed("part", 0, "sheet", 0, 0, 0), placed("part", 1, "sheet", 450, 40, 0))))
                .isEmpty();
        assertThat(LayoutVerifier.violations(
                        problem, layout(placed("part", 0, "sheet", 45, 20, 20), placed("part", 1, "sheet", 0, 50, 0))))
                .singleElement()
                .asString()
                .contains("turned by 45");
        assertThat(LayoutVerifier.violations(problem, layout(placed("part", 0, "sheet", 0, 0, 0))))
                .singleElement()
                .asString()
                .contains("neither placed nor reported");
        assertThat(LayoutVerifier.violations(
                        problem,
                        layout(
                                placed("part", 0, "sheet", 0, 0, 0),
                                placed("part", 0, "sheet", 0, 20, 0),
                                placed("part", 1, "sheet", 0, 40, 0),
                                placed("other", 0, "sheet", 0, 60, 0))))
                .hasSize(2);
    }

    private record Copy(Polygon shape, double degrees, double x, double y) {}

    private static Copy at(Polygon shape, double degrees, double x, double y) {
        return new Copy(shape, degrees, x, y);
    }

    private static List<String> check(double clearanceMm, double marginMm, Copy... copies) {
        List<Item> items = new ArrayList<>();
        List<Placement> placements = new ArrayList<>();
        for (Copy copy : copies) {
            String id = "part" + items.size();
            items.add(new Item(id, copy.shape, 1, List.of(), 0));
            placements.add(new Placement(id, 0, "sheet", 0, copy.degrees, copy.x, copy.y));
        }
        var problem = new NestingProblem(items, List.of(Stock.sheet("sheet", 100, 100, 1, 1)), clearanceMm, marginMm);
        return LayoutVerifier.violations(problem, new Layout(placements, List.of(), List.of()));
    }

    private static Placement placed(String item, int copy, String stock, double degrees, double x, double y) {
        return new Placement(item, copy, stock, 0, degrees, x, y);
    }

    private static Layout layout(Placement... placements) {
        return new Layout(List.of(placements), List.of(), List.of());
    }
}
