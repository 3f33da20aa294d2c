package org.millwright.nesting.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * What is to be placed on what.
 *
 * @param clearanceMm least distance between any two parts, kerf included; 0 lets them touch
 * @param marginMm least distance between a part and the edge of the stock
 * @param constraints what a layout owes beyond that
 */
public record NestingProblem(
        List<Item> items, List<Stock> stocks, double clearanceMm, double marginMm, Constraints constraints) {
    /** Beyond it, heights on slanted edges are no longer exact in double arithmetic. */
    private static final double LARGEST_ITEM_MM = 16_777;

    /** What rounding turned corners to the grid can take off. */
    private static final double GRID_MM = 0.002;

    /** @throws InvalidNesting naming every contradiction at once */
    public NestingProblem {
        items = List.copyOf(items);
        stocks = List.copyOf(stocks);
        List<String> violations = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Item item : items) {
            if (!ids.add(item.id())) {
                violations.add("Item %s is given twice. Maybe raise its quantity instead?".formatted(item.id()));
            }
            if (item.quantity() < 1) {
                violations.add("Item %s has quantity %d.".formatted(item.id(), item.quantity()));
            }
        }
        for (Item item : items) {
            if (Math.max(item.shape().widthMm(), item.shape().heightMm()) > LARGEST_ITEM_MM) {
                violations.add("Item %s is %s x %s mm; at most %s mm can be placed exactly. Maybe the unit is wrong?"
                        .formatted(
                                item.id(), item.shape().widthMm(), item.shape().heightMm(), LARGEST_ITEM_MM));
            }
        }
        ids.clear();
        for (Stock stock : stocks) {
            if (!ids.add(stock.id())) {
                violations.add("Stock %s is given twice. Maybe raise its quantity instead?".formatted(stock.id()));
            }
            if (stock.quantity() < 0 || stock.costMinor() < 0) {
                violations.add("Stock %s has quantity %d and cost %d; neither may be negative."
                        .formatted(stock.id(), stock.quantity(), stock.costMinor()));
            }
        }
        if (!(clearanceMm >= 0 && clearanceMm < 1000) || !(marginMm >= 0 && marginMm < 1000)) {
            violations.add(
                    "Clearance %s mm and margin %s mm must be between 0 and 1000.".formatted(clearanceMm, marginMm));
        }
        ConstraintRules.check(items, stocks, constraints, violations);
        if (!violations.isEmpty()) {
            throw new InvalidNesting(violations);
        }
    }

    /** A problem without further constraints. */
    public NestingProblem(List<Item> items, List<Stock> stocks, double clearanceMm, double marginMm) {
        this(items, stocks, clearanceMm, marginMm, Constraints.none());
    }

    /** The same with other constraints. */
    public NestingProblem with(Constraints constraints) {
        return new NestingProblem(items, stocks, clearanceMm, marginMm, constraints);
    }

    /** The same with these copies fixed where they lie. */
    public NestingProblem withPins(List<Placement> pins) {
        return with(constraints.withPins(pins));
    }

    /**
     * Items that no stock can hold, which is plain without a search: in every allowed step their box is larger than that
     * of the stock, or their area is. What turns freely is judged by its area alone, so an item that is not named here
     * may still fit nowhere.
     */
    public List<Item> listLargerThanAllStock() {
        return items.stream()
                .filter(item -> stocks.stream().noneMatch(stock -> mayHold(stock, item)))
                .toList();
    }

    private boolean mayHold(Stock stock, Item item) {
        double widthMm = stock.shape().widthMm() - 2 * marginMm + GRID_MM;
        double heightMm = stock.shape().heightMm() - 2 * marginMm + GRID_MM;
        if (item.shape().areaMm2() > widthMm * heightMm) {
            return false;
        }
        Orientations allowed = item.orientations();
        // A mirror image takes as much room as the shape turned the other way.
        return !allowed.isStepped()
                || allowed.ranges().stream()
                        .flatMapToDouble(step -> allowed.mirrorable()
                                ? DoubleStream.of(step.fromDeg(), -step.fromDeg())
                                : DoubleStream.of(step.fromDeg()))
                        .mapToObj(item.shape()::turnedSizeMm)
                        .anyMatch(box -> box[0] <= widthMm && box[1] <= heightMm);
    }

    /** Clearance on the grid, rounded up. */
    public long clearanceUm() {
        return (long) Math.ceil(clearanceMm * 1000 - 1e-6);
    }

    /** Margin on the grid, rounded up. */
    public long marginUm() {
        return (long) Math.ceil(marginMm * 1000 - 1e-6);
    }
}
