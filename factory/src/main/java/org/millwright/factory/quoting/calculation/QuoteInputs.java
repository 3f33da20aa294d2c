package org.millwright.factory.quoting.calculation;

import org.jspecify.annotations.Nullable;

/**
 * Every number that price and carbon are computed from, as it was when the quote was made. Money is in minor units.
 *
 * @param unitsPerBuild how many units share one plate or sheet
 * @param part what one unit takes
 * @param work how long people are busy with it
 * @param packingCarbon of cardboard, per kg
 * @param transportCarbon per tonne and km
 * @param correction of the times in {@code part}; null when they were not corrected
 */
public record QuoteInputs(
        String currency,
        int quantity,
        int unitsPerBuild,
        Material material,
        Part part,
        Work work,
        Machine machine,
        Rates rates,
        Factor grid,
        Factor packingCarbon,
        Factor transportCarbon,
        @Nullable Correction correction) {

    /**
     * What finished runs taught: run times were multiplied by {@code factor}, which is between {@code low} and {@code high}
     * with 90 % probability.
     *
     * @param runs how many it was learned from
     */
    public record Correction(double factor, double low, double high, int runs) {}

    /** @param pricePerBasis of a kilogram, or of a square metre when {@code perArea} */
    public record Material(String name, long pricePerBasis, boolean perArea, Factor carbon) {}

    /**
     * @param buildS of each run, whatever is on it
     * @param unitS that one more unit adds
     */
    public record Part(double consumedMassG, double consumedAreaMm2, double partMassG, double buildS, double unitS) {}

    /**
     * @param prepareS before each run
     * @param removeS after each run
     * @param removePerUnitS on top of it for each unit
     * @param orderS once per order: finishing, inspection, packing
     * @param orderPerUnitS on top of it for each unit
     * @param runAttended whether somebody stays with the machine while it runs
     */
    public record Work(
            double prepareS,
            double removeS,
            double removePerUnitS,
            double orderS,
            double orderPerUnitS,
            boolean runAttended) {}

    /** What owning and running the machine costs. */
    public record Machine(
            String name, long price, double lifeYears, double hoursPerYear, long maintenancePerYear, double runningW) {}

    /** The factory's own rates. */
    public record Rates(
            long labourPerHour,
            long energyPerKwh,
            long packingPerOrder,
            long packingPerUnit,
            double packingMassGPerUnit,
            double overheadPercent,
            double marginPercent,
            double transportKm,
            String transportMode) {}

    /** @param year 0 when the source does not say */
    public record Factor(double kgCo2ePerUnit, String unit, String source, int year, boolean proxy) {
        String cited() {
            return source + (year == 0 ? "" : ", " + year) + (proxy ? " (proxy)" : "");
        }
    }

    /** How many plates or sheets a quantity takes. */
    int builds(int units) {
        return Math.ceilDiv(units, unitsPerBuild);
    }
}
