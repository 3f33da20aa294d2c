package org.millwright.factory.planning.replan;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.Because;

/**
 * A bar that a new plan put elsewhere.
 *
 * @param label for people, for instance {@code B-1004}
 * @param step of a work order that it stands for; empty for a build
 * @param why what keeps it from where it was, worded in the bundle {@code board} under {@code moved.<reason>}; null when
 *     nothing does, so that it made room or the whole plan is better for it
 */
public record MovedBar(
        BarId bar,
        String label,
        String step,
        Place from,
        Place to,
        @Nullable Because why) {
    /**
     * Where a bar stands.
     *
     * @param machine its name; empty for work at a bench
     * @param end of its last operation
     */
    public record Place(String machine, Instant start, Instant end) {}

    /** By how much later it begins; below zero when it begins earlier. */
    public Duration later() {
        return Duration.between(from.start(), to.start());
    }

    /** By how much its beginning moved either way, in whole minutes. */
    public Duration laterBy() {
        return Duration.ofMinutes(Math.round(later().abs().toSeconds() / 60.0));
    }

    /** Whether another machine runs it now. */
    public boolean elsewhere() {
        return !from.machine().equals(to.machine());
    }
}
