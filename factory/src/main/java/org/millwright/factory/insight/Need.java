package org.millwright.factory.insight;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.money.Money;

/**
 * Something that waits for somebody.
 *
 * @param kind what kind of thing; the words live under {@code need.<kind>}
 * @param words what the gaps of the words are filled with
 * @param href where it is done
 * @param held price of the orders that it holds up
 * @param due the earliest promised date among them; null when it holds up none
 * @param hoursLeft until then; below 0 when it has passed
 */
public record Need(
        Kind kind,
        Map<String, Object> words,
        String href,
        Money held,
        @Nullable Instant due,
        double hoursLeft) {
    private static final double LEAST_HOURS = 1;

    public Need {
        words = Map.copyOf(words);
    }

    /** What can wait for somebody; most serious of equal cost first. */
    public enum Kind {
        LATE("stopped"),
        MACHINE_DOWN("stopped"),
        NONCONFORMANCE("attention"),
        BLOCKED("attention"),
        REFUSED("attention"),
        WILL_BE_LATE("attention"),
        MATERIAL_LOW("attention"),
        ANSWER("waiting"),
        SHIP("done");

        private final String state;

        Kind(String state) {
            this.state = state;
        }

        /** One of the five states of the pages. */
        public String state() {
            return state;
        }
    }

    /** Cost of waiting: the price held up per hour that is left, with at least one hour; 0 when nothing is held up. */
    public double costPerHour() {
        return due == null ? 0 : held.minor() / Math.max(LEAST_HOURS, hoursLeft);
    }
}
