package org.millwright.factory.people;

import java.util.UUID;

/** The identity of an account. */
public record AccountId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
