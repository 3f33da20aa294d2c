package org.millwright.factory.quality;

import org.jspecify.annotations.Nullable;
import org.millwright.processes.Characteristic;

/**
 * Something to be inspected on one unit.
 *
 * @param characteristic what, with its limits
 * @param latest the last measurement of it; null when there is none yet
 */
public record PlannedCharacteristic(
        Characteristic characteristic, @Nullable Measurement latest) {
    /** A value on a limit is good. */
    public static boolean accepts(Characteristic characteristic, double valueMm) {
        Double lower = characteristic.lowerMm();
        Double upper = characteristic.upperMm();
        return (lower == null || valueMm >= lower) && (upper == null || valueMm <= upper);
    }
}
