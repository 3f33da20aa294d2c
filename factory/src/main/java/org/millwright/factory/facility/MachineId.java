package org.millwright.factory.facility;

import java.util.UUID;

/** Names one machine for good. */
public record MachineId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
