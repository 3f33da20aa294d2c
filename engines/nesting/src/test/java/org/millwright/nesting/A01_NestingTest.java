package org.millwright.nesting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.nesting.model.InvalidNesting;
import org.millwright.nesting.model.InvalidShape;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.Layout.Reason;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.verification.LayoutVerifier;

/** What nesting promises a workshop: full sheets, holes used, remnants first, honest refusals. */
class A01_NestingTest {
    private static final Polygon SQUARE = Polygon.rectangleMm(50, 50);

    @Test
    void fillsASheetExactly() {
        Layout layout = nest(0, 0, List.of(Item.of("square", SQUARE, 4)), Stock.sheet("sheet", 100, 100, 2, 500));
        assertThat(layout.unplaced()).isEmpty();
        assertThat(layout.used())
                .singleElement()
                .satisfies(used -> assertThat(used.density()).isEqualTo(1));
    }

    @Test
    void clearanceAndMarginTakeTheirRoomToTheMicrometre() {
        List<Item> four = List.of(Item.of("square", SQUARE, 4));
        assertThat(nest(2, 3, four, Stock.sheet("sheet", 108, 108, 1, 0)).unplaced())
                .isEmpty();
        assertThat(nest(2, 3, four, Stock.sheet("sheet", 107.999, 108, 1, 0)).unplaced())
                .hasSize(2);
    }

    @Test
    void putsPartsIntoTheHolesOfOthers() {
        Polygon frame = Polygon.ofMm(
                new double[] {0, 0, 90, 0, 90, 90, 0, 90}, List.of(new double[] {20, 20, 70, 20, 70, 70, 20, 70}));
        Layout layout = nest(
                0,
                0,
                List.of(Item.of("frame", frame, 1), Item.of("square", SQUARE, 1)),
                Stock.sheet("s", 90, 90, 1, 1));
        assertThat(layout.unplaced()).isEmpty();
    }

    @Test
    void usesRemnantsBeforeSheetsAndCheapSheetsBeforeDearOnes() {
        Layout layout = nest(
                0,
                0,
                List.of(Item.of("square", SQUARE, 3)),
                Stock.sheet("dear", 50, 50, 5, 900),
                Stock.sheet("cheap", 50, 50, 1, 300),
                Stock.remnant("remnant", Polygon.ofMm(0, 0, 110, 0, 0, 110)));
        assertThat(layout.used()).extracting(Layout.UsedStock::stockId).containsExactly("remnant", "cheap", "dear");
    }

    @Test
    void tellsWhetherAPartIsTooLargeOrTheStockIsFull() {
        Layout layout = nest(
                0,
                0,
                List.of(Item.of("square", SQUARE, 2), Item.of("huge", Polygon.rectangleMm(10, 101), 1)),
                Stock.sheet("sheet", 60, 100, 1, 1));
        assertThat(layout.unplaced())
                .containsExactlyInAnyOrder(new Layout.Unplaced("huge", 0, Reason.LARGER_THAN_ALL_STOCK));
        Layout full = nest(0, 0, List.of(Item.of("square", SQUARE, 3)), Stock.sheet("sheet", 60, 100, 1, 1));
        assertThat(full.unplaced()).containsExactly(new Layout.Unplaced("square", 2, Reason.NO_STOCK_LEFT));
    }

    @Test
    void namesWhatIsPlainlyTooLargeBeforeAnySearch() {
        Polygon bar = Polygon.rectangleMm(10, 101);
        var problem = new NestingProblem(
                List.of(
                        Item.of("square", SQUARE, 1),
                        new Item("upright", bar, 1, Orientations.of(0, 180), 0, 0),
                        new Item("slanted", bar, 1, Orientations.of(45), 0, 0),
                        new Item("free", bar, 1, Orientations.any(), 0, 0)),
                List.of(Stock.sheet("sheet", 80, 100, 1, 1)),
                0,
                0);
        assertThat(problem.listLargerThanAllStock()).extracting(Item::id).containsExactly("upright");
    }

    @Test
    void tellsTheLargestStripThatOneCutTakesOff() {
        var problem = new NestingProblem(
                List.of(Item.of("square", SQUARE, 2)), List.of(Stock.sheet("sheet", 300, 110, 1, 1)), 2, 0);
        Layout layout = Nesting.of(problem).solve(Budget.ofSteps(10), 1);
        assertThat(Remnants.rectangleLeft(problem, layout, "sheet", 0)).contains(new Remnants.Strip(52, 0, 248, 110));
    }

    @Test
    void reportsEverythingThatIsWrongWithAProblem() {
        assertThatThrownBy(() -> new NestingProblem(
                        List.of(new Item("a", SQUARE, 0, List.of(), 0), Item.of("a", SQUARE, 1)), List.of(), -1, 0))
                .isInstanceOf(InvalidNesting.class)
                .hasMessageContaining("quantity 0")
                .hasMessageContaining("twice")
                .hasMessageContaining("Clearance");
        assertThatThrownBy(() -> Polygon.ofMm(0, 0, 1, 1, 2, 2)).isInstanceOf(InvalidShape.class);
        assertThatThrownBy(() -> Polygon.ofMm(0, 0, Double.NaN, 1, 2, 2)).isInstanceOf(InvalidShape.class);
    }

    private static Layout nest(double clearanceMm, double marginMm, List<Item> items, Stock... stocks) {
        var problem = new NestingProblem(items, List.of(stocks), clearanceMm, marginMm);
        Layout layout = Nesting.of(problem).solve(Budget.ofSteps(30), 1);
        assertThat(LayoutVerifier.violations(problem, layout)).isEmpty();
        return layout;
    }
}
