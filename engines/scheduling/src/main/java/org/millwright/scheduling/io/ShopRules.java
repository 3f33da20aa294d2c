package org.millwright.scheduling.io;

import java.util.List;

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
}
