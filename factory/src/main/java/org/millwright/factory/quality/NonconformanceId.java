package org.millwright.factory.quality;

import java.util.UUID;

/** Names one nonconformance. */
public record NonconformanceId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
