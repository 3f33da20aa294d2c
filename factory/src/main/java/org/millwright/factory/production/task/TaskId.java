package org.millwright.factory.production.task;

import java.util.UUID;

/** Names one task of a person. */
public record TaskId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
