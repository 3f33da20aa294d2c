package org.millwright.factory.planning.batching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The pieces that are still there: remnants first, small before large. */
final class StockShelf {
    private final List<Stock> sizes;

    StockShelf(List<Stock> stock) {
        sizes = new ArrayList<>(stock);
        sizes.removeIf(piece -> piece.pieces() < 1);
        sizes.sort(Comparator.comparing(Stock::remnant)
                .reversed()
                .thenComparingDouble(Stock::areaMm2)
                .thenComparing(piece -> String.valueOf(piece.lot())));
    }

    List<Stock> sizes() {
        return List.copyOf(sizes);
    }

    void take(Stock piece) {
        int at = sizes.indexOf(piece);
        if (piece.lot() == null) {
            return;
        }
        if (piece.pieces() == 1) {
            sizes.remove(at);
        } else {
            sizes.set(at, piece.with(piece.pieces() - 1));
        }
    }
}
