package org.millwright.scheduling.construct;

/** Copies of the places of some operations, to be taken back. */
final class SavedPlaces {
    private final PartialPlan plan;
    private final boolean[] placed;
    private final int[] machine;
    private final int[] setupPerson;
    private final int[] unloadPerson;
    private final long[] startS;
    private final long[] runStartS;
    private final long[] runEndS;
    private final long[] unloadStartS;
    private final long[] endS;

    SavedPlaces(PartialPlan plan, int count) {
        this.plan = plan;
        placed = new boolean[count];
        machine = new int[count];
        setupPerson = new int[count];
        unloadPerson = new int[count];
        startS = new long[count];
        runStartS = new long[count];
        runEndS = new long[count];
        unloadStartS = new long[count];
        endS = new long[count];
    }

    void save(int operation) {
        placed[operation] = plan.placed[operation];
        machine[operation] = plan.machine[operation];
        setupPerson[operation] = plan.setupPerson[operation];
        unloadPerson[operation] = plan.unloadPerson[operation];
        startS[operation] = plan.startS[operation];
        runStartS[operation] = plan.runStartS[operation];
        runEndS[operation] = plan.runEndS[operation];
        unloadStartS[operation] = plan.unloadStartS[operation];
        endS[operation] = plan.endS[operation];
    }

    /** Writes the saved place into the plan; false when there was none. */
    boolean restore(int operation) {
        plan.machine[operation] = machine[operation];
        plan.setupPerson[operation] = setupPerson[operation];
        plan.unloadPerson[operation] = unloadPerson[operation];
        plan.startS[operation] = startS[operation];
        plan.runStartS[operation] = runStartS[operation];
        plan.runEndS[operation] = runEndS[operation];
        plan.unloadStartS[operation] = unloadStartS[operation];
        plan.endS[operation] = endS[operation];
        return placed[operation];
    }
}
