package org.millwright.factory.planning.batching;

import java.time.Duration;

/**
 * How long one run may take.
 *
 * @param perBuild time per run, whatever is on it
 * @param longest a run with several units stays below this
 * @param atAll a single unit may take longer than {@code longest}, but not longer than this
 */
public record RunLimit(Duration perBuild, Duration longest, Duration atAll) {
    boolean allows(Duration units, int count) {
        return perBuild.plus(units).compareTo(count == 1 ? atAll : longest) <= 0;
    }

    /** How many equal units one run may hold. */
    public int unitsOf(Duration one) {
        if (!allows(one, 1)) {
            return 0;
        }
        if (one.isZero()) {
            return Integer.MAX_VALUE;
        }
        return Math.toIntExact(Math.clamp(longest.minus(perBuild).dividedBy(one), 1, Integer.MAX_VALUE));
    }
}
