package org.millwright.machines;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes only when told to. */
public final class LeapingClock implements InstantSource {
    private Instant now = Instant.parse("2026-01-01T08:00:00Z");

    @Override
    public synchronized Instant instant() {
        return now;
    }

    public synchronized void passS(double seconds) {
        now = now.plus(Duration.ofNanos(Math.round(seconds * 1e9)));
    }
}
