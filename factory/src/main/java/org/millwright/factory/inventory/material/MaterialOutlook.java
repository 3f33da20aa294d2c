package org.millwright.factory.inventory.material;

import org.jspecify.annotations.Nullable;

/**
 * How long a material lasts. Quantities are mg of filament and mm² of sheets.
 *
 * @param onHand in all lots, also those held back
 * @param reserved of it promised to planned work
 * @param available neither promised nor held back
 * @param usedPerDay mean of the last {@value #WINDOW_DAYS} days, or of the days since the first lot came
 * @param daysLeft until {@code onHand} without what is held back is used up: by the plan as far as it goes and at the mean
 *     rate from its end on, or at that rate alone if that is sooner; null when none was used and the plan leaves some
 */
public record MaterialOutlook(
        MaterialDefinition material,
        long onHand,
        long reserved,
        long available,
        double usedPerDay,
        @Nullable Double daysLeft) {
    /** Days that use is counted over. */
    public static final int WINDOW_DAYS = 14;
    /** With less than this many days left a material should be ordered: a usual time of delivery. */
    public static final int REORDER_DAYS = 7;

    /** Whether more should be ordered now. */
    public boolean low() {
        return available <= 0 || (daysLeft != null && daysLeft < REORDER_DAYS);
    }
}
