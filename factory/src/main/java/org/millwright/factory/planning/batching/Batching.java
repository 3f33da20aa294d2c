package org.millwright.factory.planning.batching;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.processes.ManufacturingProcess.LayoutRules;

/**
 * Puts waiting units of one material and one kind of machine onto plates or sheets, across orders. What is due first is
 * placed first; a plate is filled with later ones as long as the run does not get too long and makes nobody wait past a
 * due date. A pure function.
 */
public final class Batching {
    private static final Comparator<Item> FIRST_DUE =
            Comparator.comparing(Item::dueAt).thenComparing(Item::unit);

    private final LayoutRules rules;
    private final RunLimit limit;
    private final Layouts layouts;
    private final Instant now;

    /** @param now when the first run could begin */
    public Batching(LayoutRules rules, RunLimit limit, Layouts layouts, Instant now) {
        this.rules = rules;
        this.limit = limit;
        this.layouts = layouts;
        this.now = now;
    }

    /**
     * What came of it.
     *
     * @param tooLong units whose run alone is longer than any machine is open
     * @param noRoom units that fit on none of the sizes at hand even alone; on sheets they may wait for other stock
     * @param noStock units that would have fitted, had there been more pieces
     */
    public record Result(List<Nest> nests, List<Item> tooLong, List<Item> noRoom, List<Item> noStock) {
        public Result {
            nests = List.copyOf(nests);
            tooLong = List.copyOf(tooLong);
            noRoom = List.copyOf(noRoom);
            noStock = List.copyOf(noStock);
        }
    }

    /** Batches all items onto the stock at hand. */
    public Result batch(List<Item> items, List<Stock> stock) {
        var shelf = new StockShelf(stock);
        List<Item> waiting = new ArrayList<>(items);
        waiting.sort(FIRST_DUE);
        List<Item> tooLong = waiting.stream()
                .filter(item -> !limit.allows(item.runTime(), 1))
                .toList();
        waiting.removeAll(tooLong);
        List<Item> noRoom = withoutRoom(waiting, stock);
        waiting.removeAll(noRoom);
        List<Nest> nests = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Nest nest = nextNest(waiting, shelf);
            if (nest == null) {
                break;
            }
            nests.add(nest);
            shelf.take(nest.stock());
            Set<UUID> placed = new HashSet<>();
            nest.places().forEach(place -> placed.add(place.item().unit()));
            waiting.removeIf(item -> placed.contains(item.unit()));
        }
        return new Result(nests, tooLong, noRoom, waiting);
    }

    private List<Item> withoutRoom(List<Item> items, List<Stock> stock) {
        Set<String> fitting = new HashSet<>();
        Set<String> tooLarge = new HashSet<>();
        List<Item> noRoom = new ArrayList<>();
        for (Item item : items) {
            if (!fitting.contains(item.shape()) && !tooLarge.contains(item.shape())) {
                boolean fits = stock.stream()
                        .anyMatch(piece ->
                                !layouts.place(List.of(item), piece, rules).isEmpty());
                (fits ? fitting : tooLarge).add(item.shape());
            }
            if (tooLarge.contains(item.shape())) {
                noRoom.add(item);
            }
        }
        return noRoom;
    }

    /**
     * The first piece that takes everything that may run together; failing that the fullest one. Remnants come before
     * whole sheets and small ones before large ones, so that stock once begun is used up.
     */
    private @Nullable Nest nextNest(List<Item> waiting, StockShelf shelf) {
        Nest best = null;
        double bestFill = 0;
        for (Stock piece : shelf.sizes()) {
            List<Item> candidates = candidates(waiting, piece);
            List<Nest.Place> places = layouts.place(candidates, piece, rules);
            if (places.isEmpty()) {
                continue;
            }
            Nest nest = new Nest(piece, places, runTime(places));
            if (places.size() == candidates.size() && candidates.size() == allowedTogether(waiting)) {
                return nest;
            }
            double fill =
                    places.stream().mapToDouble(place -> place.item().areaMm2()).sum() / piece.areaMm2();
            if (fill > bestFill) {
                bestFill = fill;
                best = nest;
            }
        }
        return best;
    }

    /** The first due items that may run together and whose area is no larger than the piece. */
    private List<Item> candidates(List<Item> waiting, Stock piece) {
        var run = new Filling(limit, now);
        List<Item> candidates = new ArrayList<>();
        double area = 0;
        for (Item item : waiting) {
            if (area + item.areaMm2() <= piece.areaMm2() && run.take(item)) {
                candidates.add(item);
                area += item.areaMm2();
            }
        }
        return candidates;
    }

    private int allowedTogether(List<Item> waiting) {
        var run = new Filling(limit, now);
        return (int) waiting.stream().filter(run::take).count();
    }

    private Duration runTime(List<Nest.Place> places) {
        return places.stream().map(place -> place.item().runTime()).reduce(limit.perBuild(), Duration::plus);
    }
}
