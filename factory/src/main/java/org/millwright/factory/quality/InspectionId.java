package org.millwright.factory.quality;

import java.util.UUID;

/** Names one inspection. */
public record InspectionId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
