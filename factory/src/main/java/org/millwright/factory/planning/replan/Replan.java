package org.millwright.factory.planning.replan;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one new version of the timetable did to the one before it.
 *
 * @param cause what made the planner act, for instance {@code MachineWentDown}
 * @param moved bars that stand elsewhere since, those that were to begin first ahead
 * @param kept how many bars stayed where they were
 * @param costBefore lateness of all orders together, each times its weight, had nothing happened
 * @param costAfter the same of the new version
 * @param newlyLate orders that are late since, the latest ahead
 * @param later orders that were late already and are later since, the latest ahead
 * @param inTimeAgain orders that were late and are not any more
 */
public record Replan(
        int version,
        Instant at,
        String cause,
        List<MovedBar> moved,
        int kept,
        Duration costBefore,
        Duration costAfter,
        List<Lateness> newlyLate,
        List<Lateness> later,
        List<Lateness> inTimeAgain) {
    public Replan {
        moved = List.copyOf(moved);
        newlyLate = List.copyOf(newlyLate);
        later = List.copyOf(later);
        inTimeAgain = List.copyOf(inTimeAgain);
    }

    /**
     * How late an order was and is.
     *
     * @param number of the order
     */
    public record Lateness(String number, Duration before, Duration after) {}

    /**
     * From the first beginning of all that moved to the last end, which pictures of it show.
     *
     * @param from its beginning
     */
    public record Span(Instant from, Instant until) {
        /** Where a moment lies in it: 0 to 1. */
        public double share(Instant moment) {
            double allS = Math.max(1, Duration.between(from, until).toSeconds());
            return Math.clamp(Duration.between(from, moment).toSeconds() / allS, 0, 1);
        }
    }

    /** Looks at all that moved; ask once for a picture of many. */
    public Span span() {
        Instant from = moved.stream()
                .flatMap(bar -> Stream.of(bar.from().start(), bar.to().start()))
                .min(Comparator.naturalOrder())
                .orElse(at);
        Instant until = moved.stream()
                .flatMap(bar -> Stream.of(bar.from().end(), bar.to().end()))
                .max(Comparator.naturalOrder())
                .orElse(at);
        return new Span(from, until);
    }
}
