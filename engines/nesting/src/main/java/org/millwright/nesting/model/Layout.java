package org.millwright.nesting.model;

import java.util.List;

/**
 * A nest.
 *
 * @param unplaced copies that found no place
 * @param used the pieces of stock that carry something, in the order in which they were opened
 */
public record Layout(List<Placement> placements, List<Unplaced> unplaced, List<UsedStock> used) {
    public Layout {
        placements = List.copyOf(placements);
        unplaced = List.copyOf(unplaced);
        used = List.copyOf(used);
    }

    public List<Placement> listOn(String stockId, int stockCopy) {
        return placements.stream()
                .filter(placement -> placement.stockCopy() == stockCopy
                        && placement.stockId().equals(stockId))
                .toList();
    }

    /** Why a copy has no place. */
    public enum Reason {
        /** It fits on no stock, not even alone. */
        LARGER_THAN_ALL_STOCK,
        /** All stock is full. */
        NO_STOCK_LEFT
    }

    /** A copy without a place. */
    public record Unplaced(String itemId, int copyIndex, Reason reason) {}

    /**
     * One piece of stock in use.
     *
     * @param density area of the parts on it over its own area, 0 to 1
     * @param usedLengthMm from its left edge to the right edge of the rightmost part
     */
    public record UsedStock(String stockId, int stockCopy, double density, double usedLengthMm) {}
}
