package org.millwright.factory.inventory;

import java.util.UUID;

/** Names one lot of material for good. */
public record LotId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
