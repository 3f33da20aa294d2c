package org.millwright.factory.quoting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.money.Money;
import org.millwright.factory.platform.text.Saying;
import org.millwright.geometry.Finding;

/**
 * Price, date and carbon of a design in a quantity, each explained. What cannot be made has findings that say why, and no
 * price.
 *
 * @param number for people; quotes of the same question share it and differ in their version
 * @param version counts quotes of the same design, process, material, quantity and options from 1
 * @param makeable whether no finding blocks it
 * @param price of all units together; null when it cannot be made
 * @param breaks price of one unit in other quantities
 * @param promisedAt when all units can be packed; null when no date can be given
 * @param promiseReason what decides the date, or why there is none
 * @param carbonKg CO₂ equivalents of all units together; null when it cannot be made
 * @param breakdown terms of price and carbon
 * @param inputsSha256 of the snapshot that price and carbon were computed from
 */
public record Quote(
        QuoteId id,
        String number,
        int version,
        FactoryId factory,
        DesignId design,
        String process,
        String materialId,
        int quantity,
        Map<String, Double> options,
        boolean makeable,
        List<Finding> findings,
        @Nullable Money price,
        List<UnitPrice> breaks,
        @Nullable Instant promisedAt,
        Saying promiseReason,
        @Nullable Double carbonKg,
        List<Term> breakdown,
        Instant createdAt,
        Instant expiresAt,
        String inputsSha256) {
    public Quote {
        options = Map.copyOf(options);
        findings = List.copyOf(findings);
        breaks = List.copyOf(breaks);
        breakdown = List.copyOf(breakdown);
    }

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
