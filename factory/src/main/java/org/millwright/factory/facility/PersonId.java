package org.millwright.factory.facility;

import java.util.UUID;

/** Names one person for good. */
public record PersonId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
