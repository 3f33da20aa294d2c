package org.millwright.factory.planning.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Where on the board an instant lies.
 *
 * @param from the left edge
 * @param shown how much time the whole width stands for
 */
record Scale(Instant from, Duration shown) {
    static final int WIDTH = 1000;
    private static final int LEAST_BETWEEN_TICKS = 110;
    private static final int[] STEPS_H = {1, 2, 3, 6, 12, 24, 48};

    /** Pixels from the left edge; below 0 before it. */
    int x(Instant at) {
        return Math.toIntExact(Math.clamp(
                Duration.between(from, at).toSeconds() * WIDTH / shown.toSeconds(), -10 * WIDTH, 10 * WIDTH));
    }

    /** Full hours of the factory's day, as many as can be labelled. */
    List<Instant> ticks(ZoneId zone) {
        int step = step();
        var ticks = new ArrayList<Instant>();
        ZonedDateTime at = from.atZone(zone).truncatedTo(ChronoUnit.DAYS);
        while (at.toInstant().isBefore(from.plus(shown))) {
            if (at.toInstant().isAfter(from)) {
                ticks.add(at.toInstant());
            }
            at = at.plusHours(step);
        }
        return ticks;
    }

    private int step() {
        for (int step : STEPS_H) {
            if (step * 3600L * WIDTH / shown.toSeconds() >= LEAST_BETWEEN_TICKS) {
                return step;
            }
        }
        return STEPS_H[STEPS_H.length - 1];
    }
}
