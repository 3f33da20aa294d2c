package org.millwright.factory.planning;

import java.util.UUID;

/** Names a work order. */
public record WorkOrderId(UUID value) {
    public static WorkOrderId of(String text) {
        return new WorkOrderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
