package org.millwright.factory.planning.board;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A search for a better plan.
 *
 * @param running whether it still looks
 * @param steps plans tried until the best was found
 * @param lateness of the plan in force when the search began
 * @param best lateness of the best plan found so far
 * @param boundLateness no plan can be less late than this; null when the engine proved nothing
 * @param found the copy that holds it; null while running, and when nothing better was found
 */
public record PlanSearch(
        Instant startedAt,
        boolean running,
        long steps,
        Duration lateness,
        Duration best,
        @Nullable Duration boundLateness,
        @Nullable ScenarioId found) {}
