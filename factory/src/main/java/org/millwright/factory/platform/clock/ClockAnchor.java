package org.millwright.factory.platform.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * A point where real and factory time are tied together, and how fast factory time runs from there.
 *
 * @param speed factory seconds per real second
 * @param stopped the program was stopped in an orderly way at {@code real}: factory time stands still until it starts again
 */
record ClockAnchor(Instant real, Instant factory, double speed, boolean stopped) {
    Instant factoryAt(Instant now) {
        Duration passed = Duration.between(real, now);
        if (passed.isNegative()) {
            return factory;
        }
        double seconds = (passed.getSeconds() + passed.getNano() / 1e9) * speed;
        long whole = (long) seconds;
        return factory.plusSeconds(whole).plusNanos((long) ((seconds - whole) * 1e9));
    }
}
