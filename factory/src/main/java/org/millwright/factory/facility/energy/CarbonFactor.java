package org.millwright.factory.facility.energy;

import java.util.Map;

/**
 * What a kilogram, a kilowatt-hour or a tonne-kilometre emits.
 *
 * @param kgCo2ePerUnit 0 or more
 * @param unit {@code kg}, {@code kWh} or {@code t.km}
 * @param source who publishes it, and which row
 * @param year the year it describes; 0 when the source does not say
 * @param proxy true when it describes something near, because nothing open describes the thing itself
 * @param note what a reader must know to judge it; may be empty
 */
public record CarbonFactor(double kgCo2ePerUnit, String unit, String source, int year, boolean proxy, String note) {
    public CarbonFactor {
        if (!(kgCo2ePerUnit >= 0) || Double.isInfinite(kgCo2ePerUnit)) {
            throw new IllegalArgumentException("A carbon factor is 0 or more, got %s.".formatted(kgCo2ePerUnit));
        }
    }

    /** As it stands in journal entries. */
    public Map<String, Object> payload() {
        return Map.of(
                "kgCo2ePerUnit",
                kgCo2ePerUnit,
                "unit",
                unit,
                "source",
                source,
                "year",
                year,
                "proxy",
                proxy,
                "note",
                note);
    }

    /** Emission of an amount in the factor's own unit, in kg CO₂e. */
    public double kgFor(double amount) {
        return kgCo2ePerUnit * amount;
    }
}
