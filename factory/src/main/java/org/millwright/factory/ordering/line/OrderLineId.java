package org.millwright.factory.ordering.line;

import java.util.UUID;

/** Names one order line. */
public record OrderLineId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
