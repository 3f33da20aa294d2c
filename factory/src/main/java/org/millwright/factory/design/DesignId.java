package org.millwright.factory.design;

import java.util.UUID;

/** Names one design. */
public record DesignId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
