package org.millwright.factory.planning.board;

import java.util.UUID;

/** Names a copy of the plan to try things on. */
public record ScenarioId(UUID value) {
    public static ScenarioId of(String text) {
        return new ScenarioId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
