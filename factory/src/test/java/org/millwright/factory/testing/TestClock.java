package org.millwright.factory.testing;

import java.time.Duration;
import java.time.Instant;

/** The time of a {@link FactoryTest}: it stands still until the test moves it. */
public final class TestClock {
    /** Monday morning, in winter. */
    public static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    static final TestClock INSTANCE = new TestClock();

    private volatile Instant now = START;

    private TestClock() {}

    public Instant instant() {
        return now;
    }

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    public synchronized void set(Instant instant) {
        now = instant;
    }

    void reset() {
        now = START;
    }
}
