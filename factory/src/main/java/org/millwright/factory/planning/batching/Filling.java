package org.millwright.factory.planning.batching;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One run while it is filled, in the order of the due dates: it knows what it may still take. */
final class Filling {
    /** What others may add to a run whose first unit gets late by it; a plate or sheet saved is worth that much. */
    private static final Duration WORTH_SHARING = Duration.ofMinutes(30);

    private final RunLimit limit;
    private final Instant start;
    private @Nullable Instant firstDue;
    private Duration run = Duration.ZERO;
    private Duration ofOthers = Duration.ZERO;
    private int count;

    Filling(RunLimit limit, Instant start) {
        this.limit = limit;
        this.start = start;
    }

    /** Adds the unit to the run, unless the run would get too long or whoever is due first would wait for it too long. */
    boolean take(Item item) {
        Duration longer = run.plus(item.runTime());
        boolean other = firstDue != null && item.dueAt().isAfter(firstDue);
        Duration added = other ? ofOthers.plus(item.runTime()) : ofOthers;
        if (!limit.allows(longer, count + 1) || (other && makesLate(longer) && added.compareTo(WORTH_SHARING) > 0)) {
            return false;
        }
        firstDue = firstDue == null ? item.dueAt() : firstDue;
        run = longer;
        ofOthers = added;
        count++;
        return true;
    }

    private boolean makesLate(Duration units) {
        return firstDue != null && start.plus(limit.perBuild()).plus(units).isAfter(firstDue);
    }
}
