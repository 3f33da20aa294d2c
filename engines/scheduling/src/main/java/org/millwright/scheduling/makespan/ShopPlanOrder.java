package org.millwright.scheduling.makespan;

import java.util.Arrays;

/**
 * A complete plan without its times: the machine of each operation, and one order of all operations that agrees with
 * jobs and machines. Each operation starts as early as those before it allow.
 */
public final class ShopPlanOrder {
    private final int[] machine;
    private final int[] order;
    private final int makespan;

    /** Takes ownership of the arrays. */
    public ShopPlanOrder(int[] machine, int[] order, int makespan) {
        this.machine = machine;
        this.order = order;
        this.makespan = makespan;
    }

    /** By operation; not to be changed. */
    public int[] machine() {
        return machine;
    }

    /** Operations, predecessors first; not to be changed. */
    public int[] order() {
        return order;
    }

    /** End of the last operation. */
    public int makespan() {
        return makespan;
    }

    boolean isCopyOf(ShopPlanOrder other) {
        return makespan == other.makespan && Arrays.equals(machine, other.machine) && Arrays.equals(order, other.order);
    }
}
