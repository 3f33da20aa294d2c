package org.millwright.scheduling.io;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the validator asks an instance: the facts of its file, not what the search made of them. */
interface ShopRules {
    int jobCount();

    int operationsOf(int job);

    int machineCount();

    /** Whether the operation may take this long on this machine. */
    boolean allows(int job, int operation, int machine, long duration);

    /** Time that must pass between two operations that follow each other on a machine. */
    default long setup(ShopPlan.Entry before, ShopPlan.Entry after) {
        return 0;
    }

    default long release(int job) {
        return 0;
    }

    /** Whether the machine is open throughout. */
    default boolean isOpen(int machine, long start, long end) {
        return true;
    }

    /** What it asks for itself: {@code makespan} or {@code weightedTardiness}. */
    default String objective() {
        return "makespan";
    }

    /** What plans can be judged by. */
    default List<String> measures() {
        return List.of("makespan");
    }

    /** @throws UnsupportedOperationException when jobs have no due dates */
    default long due(int job) {
        throw new UnsupportedOperationException("Job %d has no due date.".formatted(job));
    }

    /** What a unit of tardiness costs. */
    default long weight(int job) {
        return 1;
    }

    /** When the job must be complete; null when no such time is given. */
    default @Nullable Long deadline(int job) {
        return null;
    }

    /** By how much each operation should be able to end later. */
    default long wantedSlack() {
        return 0;
    }

    /** Where work stood in an earlier plan. */
    default List<ShopPlan.Entry> previous() {
        return List.of();
    }

    /**
     * What the runs of a plan cost together.
     *
     * @throws UnsupportedOperationException when nothing is known of energy
     */
    default long energy(String measure, List<ShopPlan.Entry> plan) {
        throw new UnsupportedOperationException("The instance has no %s.".formatted(measure));
    }
}
