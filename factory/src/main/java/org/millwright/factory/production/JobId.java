package org.millwright.factory.production;

import java.util.UUID;

/** Names one job: one dispatch of a build to a machine. */
public record JobId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
