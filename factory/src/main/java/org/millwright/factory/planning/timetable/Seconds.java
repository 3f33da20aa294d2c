package org.millwright.factory.planning.timetable;

import java.time.Duration;
import java.time.Instant;

/** Instants and durations as the whole seconds of the scheduling engine. */
final class Seconds {
    private Seconds() {}

    static long down(Instant instant) {
        return instant.getEpochSecond();
    }

    static long up(Instant instant) {
        return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
    }

    static long up(Duration duration) {
        return duration.getNano() == 0 ? duration.getSeconds() : duration.getSeconds() + 1;
    }

    static Instant instant(long second) {
        return Instant.ofEpochSecond(second);
    }
}
