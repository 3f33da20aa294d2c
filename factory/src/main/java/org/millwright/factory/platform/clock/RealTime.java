package org.millwright.factory.platform.clock;

import java.time.Instant;
import java.time.InstantSource;

/** The time outside of the program; a type of its own so that nothing takes it for factory time. */
public record RealTime(InstantSource source) {
    public Instant instant() {
        return source.instant();
    }
}
