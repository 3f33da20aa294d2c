package org.millwright.factory.quoting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.money.Money;
import org.millwright.factory.platform.text.Saying;
import org.millwright.geometry.Finding;

/**
 * What a quote would say at this moment. It is not stored and binds nobody.
 *
 * @param request what was asked
 * @param makeable whether no finding blocks it
 * @param price of all units together; null when it cannot be made
 * @param breaks price of one unit in other quantities
 * @param promisedAt when all units could be packed; null when no date can be given
 * @param promiseReason what decides the date, or why there is none
 * @param carbonKg CO₂ equivalents of all units together; null when it cannot be made
 * @param breakdown terms of price and carbon
 * @param farAway the carbon of the same made far away; empty when it cannot be made
 */
public record Offer(
        QuoteRequest request,
        boolean makeable,
        List<Finding> findings,
        @Nullable Money price,
        List<UnitPrice> breaks,
        @Nullable Instant promisedAt,
        Saying promiseReason,
        @Nullable Double carbonKg,
        List<Term> breakdown,
        List<FarAwayCarbon> farAway) {
    public Offer {
        findings = List.copyOf(findings);
        breaks = List.copyOf(breaks);
        breakdown = List.copyOf(breakdown);
        farAway = List.copyOf(farAway);
    }
}
