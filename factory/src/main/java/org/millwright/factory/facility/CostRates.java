package org.millwright.factory.facility;

import org.millwright.factory.facility.energy.CarbonFactors;
import org.millwright.factory.platform.money.Money;

/**
 * What the factory computes prices and the carbon of packing and transport with.
 *
 * @param packingMassGPerUnit cardboard for one unit
 * @param overheadPercent on all direct costs
 * @param marginPercent on costs with overhead
 * @param quoteValidDays how long a quote binds, at least 1
 * @param transportKm mean distance to a buyer
 * @param transportMode a mode that {@link CarbonFactors#freight(String)} knows
 */
public record CostRates(
        Money labourPerHour,
        Money energyPerKwh,
        Money packingPerOrder,
        Money packingPerUnit,
        double packingMassGPerUnit,
        double overheadPercent,
        double marginPercent,
        int quoteValidDays,
        double transportKm,
        String transportMode) {
    public CostRates {
        notNegative("packingMassGPerUnit", packingMassGPerUnit);
        notNegative("overheadPercent", overheadPercent);
        notNegative("marginPercent", marginPercent);
        notNegative("transportKm", transportKm);
        if (quoteValidDays < 1) {
            throw new IllegalArgumentException(
                    "A quote is valid for at least 1 day, got quoteValidDays %d.".formatted(quoteValidDays));
        }
    }

    private static void notNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("%s is 0 or more, got %s.".formatted(name, value));
        }
    }
}
