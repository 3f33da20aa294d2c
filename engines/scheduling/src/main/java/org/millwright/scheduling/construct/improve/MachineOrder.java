package org.millwright.scheduling.construct.improve;

import java.util.Arrays;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;

/** What precedes each operation on its machine, by start; of those that start together what takes no time goes first. */
final class MachineOrder {
    private static final int INDEX_BITS = 24;

    private final long[] keys;
    private final int[] last;
    /** The operation before on the same machine, or -1; only for placed operations on machines. */
    final int[] before;

    MachineOrder(CompiledProblem compiled) {
        keys = new long[compiled.operationCount()];
        before = new int[keys.length];
        last = new int[compiled.resources.length];
    }

    void refresh(PartialPlan plan) {
        long firstS = Long.MAX_VALUE;
        for (int v = 0; v < before.length; v++) {
            if (plan.placed[v]) {
                firstS = Math.min(firstS, plan.startS[v]);
            }
        }
        int count = 0;
        for (int v = 0; v < before.length; v++) {
            if (plan.placed[v] && plan.machine[v] >= 0) {
                long lasting = plan.endS[v] > plan.startS[v] ? 1 : 0;
                keys[count++] = ((2 * (plan.startS[v] - firstS) + lasting) << INDEX_BITS) | v;
            }
        }
        Arrays.sort(keys, 0, count);
        Arrays.fill(last, -1);
        for (int i = 0; i < count; i++) {
            int v = (int) (keys[i] & ((1L << INDEX_BITS) - 1));
            before[v] = last[plan.machine[v]];
            last[plan.machine[v]] = v;
        }
    }
}
