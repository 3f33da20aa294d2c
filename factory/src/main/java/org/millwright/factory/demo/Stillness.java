package org.millwright.factory.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * How long nothing has happened in a demo factory. Still nights and Sundays are leapt over; after {@link #LONGEST} somebody
 * real is waited for, and time runs on without leaps.
 *
 * @param since when something happened last
 */
record Stillness(Instant since) {
    static final Duration LONGEST = Duration.ofDays(2);

    /** After a round in which something happened, or nothing. */
    Stillness after(Instant now, boolean happened) {
        return happened ? new Stillness(now) : this;
    }

    boolean mayBeLeaptOver(Instant now) {
        return now.isBefore(since.plus(LONGEST));
    }
}
