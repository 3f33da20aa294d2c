package org.millwright.scheduling.tardiness;

/** A plan with its times, detached from the search. */
public final class SetupPlan {
    private final int[] machine;
    private final int[] start;
    private final int[] end;
    private final int[] setup;
    private final long cost;
    private final long setups;

    private SetupPlan(int[] machine, int[] start, int[] end, int[] setup, long cost, long setups) {
        this.machine = machine;
        this.start = start;
        this.end = end;
        this.setup = setup;
        this.cost = cost;
        this.setups = setups;
    }

    static SetupPlan of(SequencePlan plan) {
        int[] setup = new int[plan.start.length];
        for (int v = 0; v < setup.length; v++) {
            setup[v] = plan.setupBefore(v);
        }
        return new SetupPlan(plan.machine.clone(), plan.start.clone(), plan.end.clone(), setup, plan.cost, plan.setups);
    }

    public int machine(int operation) {
        return machine[operation];
    }

    public long start(int operation) {
        return start[operation];
    }

    public long end(int operation) {
        return end[operation];
    }

    /** Setup time that lies somewhere between the end of the operation before on the machine and the start. */
    public int setup(int operation) {
        return setup[operation];
    }

    /** Weighted tardiness, or the makespan where that is the objective. */
    public long cost() {
        return cost;
    }

    public long totalSetup() {
        return setups;
    }
}
