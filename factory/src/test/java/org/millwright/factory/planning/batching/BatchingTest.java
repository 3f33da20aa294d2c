package org.millwright.factory.planning.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.millwright.factory.testing.Seeds;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.processes.ManufacturingProcess.LayoutRules;

/** Plates and sheets are filled in the order of the due dates, and nothing gets lost on the way. */
class BatchingTest {
    private static final LayoutRules RULES = new LayoutRules(0, 0, List.of(0));
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

    /** Squares side by side in rows: simple, and easy to check by hand. */
    private static final Layouts ROWS = (items, stock, rules) -> {
        List<Nest.Place> places = new ArrayList<>();
        double x = 0;
        double y = 0;
        double row = 0;
        for (Item item : items) {
            double side = Math.sqrt(item.areaMm2());
            if (x + side > stock.widthMm()) {
                x = 0;
                y += row;
                row = 0;
            }
            if (x + side <= stock.widthMm() && y + side <= stock.heightMm()) {
                places.add(new Nest.Place(item, 0, x, y));
                x += side;
                row = Math.max(row, side);
            }
        }
        return places;
    };

    @Test
    void whatIsDueFirstComesOnTheFirstPlate() {
        var late = item(1, 50, 10, 2);
        var soon = item(2, 50, 10, 1);
        Batching.Result result = batching(16).batch(List.of(late, soon), List.of(Stock.plate(50, 50)));
        assertThat(result.nests()).hasSize(2);
        assertThat(result.nests().getFirst().places().getFirst().item()).isEqualTo(soon);
    }

    @Test
    void aRunIsNotLongerThanItMayBeUnlessOneUnitTakesThatLong() {
        List<Item> items = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> item(i, 10, i == 6 ? 20 * 60 : 5 * 60, 1))
                .toList();
        Batching.Result result = batching(16).batch(items, List.of(Stock.plate(200, 200)));
        assertThat(result.nests()).extracting(nest -> nest.places().size()).containsExactlyInAnyOrder(3, 2, 1);
    }

    @Test
    void nobodyGetsLateBecauseOthersShareTheRun() {
        var soon = item(1, 10, 20 * 60, 1);
        var minutes = item(2, 10, 3 * 60, 2);
        var hours = item(3, 10, 5 * 60, 2);
        Batching.Result result = batching(30).batch(List.of(hours, minutes, soon), List.of(Stock.plate(200, 200)));
        assertThat(result.nests())
                .extracting(nest -> nest.places().stream().map(Nest.Place::item).toList())
                .containsExactly(List.of(soon, minutes), List.of(hours));
    }

    @Test
    void whatIsLateAnywayIsSharedWithWhatTakesMinutesOnly() {
        var late = item(1, 10, 60, 0);
        var minutes = item(2, 10, 20, 2);
        var more = item(3, 10, 20, 3);
        Batching.Result result = batching(16).batch(List.of(late, minutes, more), List.of(Stock.plate(200, 200)));
        assertThat(result.nests())
                .extracting(nest -> nest.places().stream().map(Nest.Place::item).toList())
                .containsExactly(List.of(late, minutes), List.of(more));
    }

    @Test
    void remnantsAreUsedBeforeSheetsAndTheSmallestThatHoldsEverythingIsTaken() {
        var remnant = new Stock(new UUID(1, 1), 110, 110, 1, true);
        var small = new Stock(new UUID(1, 2), 60, 60, 1, true);
        var sheet = new Stock(new UUID(1, 3), 600, 400, 5, false);
        Batching.Result result =
                batching(16).batch(List.of(item(1, 50, 1, 1), item(2, 50, 1, 1)), List.of(sheet, small, remnant));
        assertThat(result.nests())
                .singleElement()
                .satisfies(nest -> assertThat(nest.stock()).isEqualTo(remnant));
    }

    @Test
    void everyUnitIsPlacedOnceOrNamedAsLeftOver() {
        Seeds.forEach(200, random -> {
            List<Item> items = IntStream.range(0, random.nextInt(1, 40))
                    .mapToObj(i -> item(i, random.nextInt(5, 140), random.nextInt(1, 600), random.nextInt(1, 9)))
                    .toList();
            List<Stock> stock = random.nextBoolean()
                    ? List.of(Stock.plate(120, 120))
                    : IntStream.range(0, random.nextInt(0, 4))
                            .mapToObj(i -> new Stock(
                                    new UUID(2, i),
                                    random.nextInt(20, 300),
                                    random.nextInt(20, 300),
                                    random.nextInt(1, 3),
                                    random.nextBoolean()))
                            .toList();
            Batching.Result result = batching(8).batch(items, stock);
            Stream<Item> placed = result.nests().stream()
                    .flatMap(nest -> nest.places().stream())
                    .map(Nest.Place::item);
            Stream<Item> left = Stream.of(result.tooLong(), result.noRoom(), result.noStock())
                    .flatMap(List::stream);
            assertThat(Stream.concat(placed, left)).containsExactlyInAnyOrderElementsOf(items);
            for (Nest nest : result.nests()) {
                assertThat(nest.places()).isNotEmpty();
                assertThat(nest.places().size() == 1 || nest.runTime().compareTo(Duration.ofHours(8)) <= 0)
                        .isTrue();
            }
            for (Stock piece : stock) {
                assertThat(result.nests().stream()
                                .filter(nest -> nest.stock().lot() != null)
                                .filter(nest -> nest.stock().lot().equals(piece.lot()))
                                .count())
                        .isLessThanOrEqualTo(piece.pieces());
            }
        });
    }

    @Test
    void theLargestRectangleAlongAnEdgeIsLeft() {
        var nest = new Nest(
                new Stock(new UUID(1, 1), 600, 400, 1, false),
                List.of(new Nest.Place(item(1, 100, 1, 1), 0, 5, 5)),
                Duration.ZERO);
        assertThat(LeftOver.of(nest, 2)).contains(new LeftOver.Rectangle(493, 400));
    }

    private static Batching batching(int hours) {
        return new Batching(
                RULES, new RunLimit(Duration.ZERO, Duration.ofHours(hours), Duration.ofHours(24)), ROWS, MONDAY);
    }

    private static Item item(int number, double side, int minutes, int day) {
        var square = new Region(new Ring(new double[] {0, 0, side, 0, side, side, 0, side}), List.of());
        return new Item(
                new UUID(9, number),
                "square " + side,
                square,
                10,
                Duration.ofMinutes(minutes),
                MONDAY.plus(Duration.ofDays(day)));
    }
}
