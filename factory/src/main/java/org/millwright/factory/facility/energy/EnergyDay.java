package org.millwright.factory.facility.energy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.millwright.factory.facility.Factory;

/**
 * What electricity costs and emits by the hour of a usual day.
 *
 * @param priceMinorPerKwh minor units of the currency, one for each hour from midnight; 0 or more
 * @param gCo2ePerKwh grams, one for each hour from midnight; 0 or more
 * @param source where the figures come from
 */
public record EnergyDay(List<Double> priceMinorPerKwh, List<Double> gCo2ePerKwh, String source) {
    public static final int HOURS = 24;
    private static final double W_MS_PER_KWH = 3.6e9;

    public EnergyDay {
        priceMinorPerKwh = List.copyOf(priceMinorPerKwh);
        gCo2ePerKwh = List.copyOf(gCo2ePerKwh);
        if (!valid(priceMinorPerKwh) || !valid(gCo2ePerKwh)) {
            throw new IllegalArgumentException(
                    "A day has 24 hours with prices and emissions of 0 or more, got %s and %s."
                            .formatted(priceMinorPerKwh, gCo2ePerKwh));
        }
    }

    private static boolean valid(List<Double> hours) {
        return hours.size() == HOURS && hours.stream().allMatch(value -> value >= 0 && value < 1e6);
    }

    /** Every hour like the others. */
    public static EnergyDay flat(Factory factory) {
        return new EnergyDay(
                Collections.nCopies(
                        HOURS, (double) factory.rates().energyPerKwh().minor()),
                Collections.nCopies(HOURS, factory.grid().gCo2ePerKwh()),
                factory.grid().source());
    }

    public boolean pricesDiffer() {
        return differ(priceMinorPerKwh);
    }

    public boolean carbonDiffers() {
        return differ(gCo2ePerKwh);
    }

    private static boolean differ(List<Double> hours) {
        return hours.stream().distinct().count() > 1;
    }

    /** What a steady load takes from the grid from one moment to another. */
    public Use use(double watts, Instant from, Instant until, ZoneId zone) {
        Use all = Use.NONE;
        ZonedDateTime at = from.atZone(zone);
        while (at.toInstant().isBefore(until)) {
            ZonedDateTime next = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            Instant end = next.toInstant().isBefore(until) ? next.toInstant() : until;
            double kwh = watts * Duration.between(at.toInstant(), end).toMillis() / W_MS_PER_KWH;
            all = all.plus(
                    new Use(kwh, kwh * priceMinorPerKwh.get(at.getHour()), kwh * gCo2ePerKwh.get(at.getHour()) / 1000));
            at = next;
        }
        return all;
    }

    /**
     * Electricity used.
     *
     * @param costMinor in minor units of the currency
     * @param carbonKg CO₂ equivalents
     */
    public record Use(double kwh, double costMinor, double carbonKg) {
        public static final Use NONE = new Use(0, 0, 0);

        public Use plus(Use other) {
            return new Use(kwh + other.kwh, costMinor + other.costMinor, carbonKg + other.carbonKg);
        }
    }
}
