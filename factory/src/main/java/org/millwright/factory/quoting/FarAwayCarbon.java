package org.millwright.factory.quoting;

import java.util.List;

/**
 * What the same units would emit if they were made the same way far away and brought here.
 *
 * @param origin ISO 3166-1 alpha-3 code of the country they would come from
 * @param mode {@code air} or {@code ship}
 * @param distanceKm of the long way
 * @param carbonKg CO₂ equivalents of all units together
 * @param breakdown adds up to {@code carbonKg}; terms are those of a quote and {@code carbon-long-way}
 */
public record FarAwayCarbon(String origin, String mode, double distanceKm, double carbonKg, List<Term> breakdown) {
    public FarAwayCarbon {
        breakdown = List.copyOf(breakdown);
    }
}
