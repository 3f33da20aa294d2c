package org.millwright.factory.platform.identity;

import java.util.UUID;

/** The identity of one factory of this installation. */
public record FactoryId(UUID value) {
    /** Reads the usual text form of a UUID. */
    public static FactoryId of(String text) {
        return new FactoryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
