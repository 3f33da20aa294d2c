package org.millwright.processes;

import org.jspecify.annotations.Nullable;

/**
 * Something to be inspected on each unit.
 *
 * @param name for instance {@code length-x} or {@code surface}; words live in message bundles under {@code characteristic.<name>}
 * @param kind measured or looked at
 * @param nominalMm what a measurement should be; null for visual checks
 * @param lowerMm smallest accepted value
 * @param upperMm largest accepted value
 */
public record Characteristic(
        String name,
        Kind kind,
        @Nullable Double nominalMm,
        @Nullable Double lowerMm,
        @Nullable Double upperMm) {
    /** How a characteristic is judged. */
    public enum Kind {
        DIMENSION,
        VISUAL
    }

    public static Characteristic dimension(String name, double nominalMm, double toleranceMm) {
        return new Characteristic(name, Kind.DIMENSION, nominalMm, nominalMm - toleranceMm, nominalMm + toleranceMm);
    }

    public static Characteristic visual(String name) {
        return new Characteristic(name, Kind.VISUAL, null, null, null);
    }
}
