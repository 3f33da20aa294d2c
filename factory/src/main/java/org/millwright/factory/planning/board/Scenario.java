package org.millwright.factory.planning.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.scheduling.model.Assignment;

/**
 * A copy of the plan to try things on: what it changes about the plan in force, whatever that is at the time of looking.
 *
 * @param by who opened it
 * @param baseVersion the plan in force when it was opened
 * @param wishes what was moved, in that order; each bar once
 * @param found places that a search found for free work; empty when none was run
 * @param search how they were found, to be repeated; null when none was run
 */
public record Scenario(
        ScenarioId id,
        FactoryId factory,
        String by,
        Instant at,
        int baseVersion,
        State state,
        List<Wish> wishes,
        List<Assignment> found,
        @Nullable Search search) {
    public Scenario {
        wishes = List.copyOf(wishes);
        found = List.copyOf(found);
    }

    /**
     * Where a bar is to stand.
     *
     * @param place null when its pin is taken away
     */
    public record Wish(BarId bar, @Nullable BarPlace place) {}

    /** What became of it. */
    public enum State {
        OPEN,
        ADOPTED,
        DISCARDED
    }

    /**
     * The parameters of a search; the same ones on the same problem find the same plan.
     *
     * @param goal null for searches of versions that did not keep it
     */
    public record Search(long seed, long steps, @Nullable SearchGoal goal) {}
}
