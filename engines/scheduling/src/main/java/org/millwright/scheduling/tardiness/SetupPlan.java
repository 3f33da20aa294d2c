package org.millwright.scheduling.tardiness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.millwright.scheduling.tardiness.shop.CostRule;

/** A plan with its times, detached from the search. */
public final class SetupPlan {
    private final int[] machine;
    private final int[] start;
    private final int[] end;
    private final int[] setup;
    private final List<Long> values;

    private SetupPlan(int[] machine, int[] start, int[] end, int[] setup, List<Long> values) {
        this.machine = machine;
        this.start = start;
        this.end = end;
        this.setup = setup;
        this.values = List.copyOf(values);
    }

    static SetupPlan of(SequencePlan plan, List<CostRule> levels) {
        int[] setup = new int[plan.start.length];
        for (int v = 0; v < setup.length; v++) {
            setup[v] = plan.setupBefore(v);
        }
        List<Long> values = new ArrayList<>();
        levels.forEach(level -> values.add(plan.value(level)));
        return new SetupPlan(plan.machine.clone(), plan.start.clone(), plan.end.clone(), setup, values);
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

    /** When the last operation ends. */
    public int end() {
        return Arrays.stream(end).max().orElse(0);
    }

    /** Setup time that lies somewhere between the end of the operation before on the machine and the start. */
    public int setup(int operation) {
        return setup[operation];
    }

    /** What the plan is worth, level by level. */
    public List<Long> values() {
        return values;
    }
}
