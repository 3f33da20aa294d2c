package org.millwright.factory.insight;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure by which a factory is led.
 *
 * @param value null when nothing happened yet that it could be counted from
 * @param target what it should be; null where nobody set one
 * @param met whether the value is as good as its target or better; true when one of them is missing
 * @param course how it went, oldest first; only days on which there was something to count
 * @param numbers what the formula is filled with, by name
 */
public record Figure(
        Name name,
        @Nullable Double value,
        @Nullable Double target,
        boolean met,
        List<Double> course,
        Map<String, Double> numbers) {
    public Figure {
        course = List.copyOf(course);
        numbers = Map.copyOf(numbers);
    }

    /** The figures there are. */
    public enum Name {
        /** Share of orders that were complete by their promised date, 0 to 1 (SCOR: delivery to commit date). */
        ON_TIME,
        /** Units on machines that run now. */
        MAKING,
        /** Price less what it took, of the orders completed today, in the smallest unit of the currency. */
        MARGIN,
        /** Scrap ratio (ISO 22400-2): units lost ÷ units made, 0 to 1. */
        SCRAP,
        /** Mean footprint of passports, kg CO₂ equivalents per unit. */
        CARBON
    }
}
