package org.millwright.factory.inventory.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.inventory.LotKind;
import org.millwright.factory.inventory.LotState;
import org.millwright.factory.inventory.material.MaterialOutlook;

/**
 * A material with its lots, as the page draws them.
 *
 * @param lots with anything on them, remnants and opened spools first
 * @param received what each lot held when it came
 */
public record Shelf(MaterialOutlook outlook, List<Lot> lots, Map<LotId, Long> received) {
    /** The whole length of the bar that shows how long a material lasts. */
    public static final int LONG_DAYS = 30;

    /** Longest side of the largest piece, in pixels. */
    private static final double LARGEST_PX = 132;

    public Shelf {
        lots = lots.stream()
                .filter(lot -> lot.state() != LotState.EMPTY)
                .sorted(Comparator.comparing((Lot lot) -> lot.kind() != LotKind.REMNANT)
                        .thenComparingLong(Lot::onHand))
                .toList();
    }

    public boolean sheets() {
        return lots.stream().anyMatch(lot -> lot.widthMm() != null);
    }

    /** How full a spool is, 0 to 1. */
    public double fill(Lot lot) {
        long full = received.getOrDefault(lot.id(), lot.onHand());
        return full <= 0 ? 0 : Math.clamp(lot.onHand() / (double) full, 0, 1);
    }

    /** How much of {@link #LONG_DAYS} the stock lasts for, 0 to 100; what nobody uses lasts. */
    public double lastingPercent() {
        Double days = outlook.daysLeft();
        return outlook.onHand() == 0 ? 0 : days == null ? 100 : Math.clamp(100 * days / LONG_DAYS, 0, 100);
    }

    /** A length of a piece on the page; all pieces of the material are drawn to one scale. */
    public double px(double mm) {
        double largest = lots.stream()
                .filter(lot -> lot.widthMm() != null && lot.heightMm() != null)
                .mapToDouble(lot -> Math.max(lot.widthMm(), lot.heightMm()))
                .max()
                .orElse(mm);
        return mm / largest * LARGEST_PX;
    }
}
