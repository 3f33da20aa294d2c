package org.millwright.factory.planning.unit;

import java.util.UUID;

/** Names a single unit. */
public record UnitId(UUID value) {
    public static UnitId of(String text) {
        return new UnitId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
