package org.millwright.factory.facility.hours;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time; the end is not part of it. */
public record Span(Instant start, Instant end) {
    public Span {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A span ends after it starts, got %s to %s.".formatted(start, end));
        }
    }

    public Duration length() {
        return Duration.between(start, end);
    }
}
