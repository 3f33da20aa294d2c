package org.millwright.factory.planning;

import java.util.UUID;

/** Names a planned operation. */
public record OperationId(UUID value) {
    public static OperationId of(String text) {
        return new OperationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
