package org.millwright.scheduling.construct.improve;

import java.util.Arrays;
import org.millwright.scheduling.construct.ClusterSet;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Timetable;

/** What it costs to move work against an earlier plan: a price for each operation with another start or machine. */
public final class Stability {
    private final int[] machine;
    private final long[] startS;
    private final boolean[] known;
    private final long pricePerMoveS;
    private final int[][] members;

    private Stability(CompiledProblem compiled, long pricePerMoveS) {
        this.pricePerMoveS = pricePerMoveS;
        members = compiled.clusters.members;
        int count = pricePerMoveS == 0 ? 0 : compiled.operationCount();
        machine = new int[count];
        startS = new long[count];
        known = new boolean[count];
        Arrays.fill(machine, -1);
    }

    /** Moving is free. */
    public static Stability none(CompiledProblem compiled) {
        return new Stability(compiled, 0);
    }

    /**
     * @param reference the earlier plan; work that it does not hold may stand anywhere
     * @param pricePerMoveS for each moved operation, in the unit of weighted tardiness
     */
    public static Stability against(CompiledProblem compiled, Timetable reference, long pricePerMoveS) {
        var stability = new Stability(compiled, pricePerMoveS);
        for (int operation = 0; operation < stability.known.length; operation++) {
            Assignment before = reference
                    .findAssignment(compiled.operations[operation].id())
                    .orElse(null);
            if (before != null) {
                stability.known[operation] = true;
                stability.startS[operation] = before.setupStartS();
                stability.machine[operation] = compiled.indexOfResource(before.machineId());
            }
        }
        return stability;
    }

    long priceS(PartialPlan plan) {
        long moved = 0;
        for (int operation = 0; operation < known.length; operation++) {
            moved += isMoved(plan, operation) ? 1 : 0;
        }
        return moved * pricePerMoveS;
    }

    /** The part of the price that operations of these clusters cause. */
    long priceS(PartialPlan plan, ClusterSet clusters) {
        if (known.length == 0) {
            return 0;
        }
        long moved = 0;
        for (int i = 0; i < clusters.count; i++) {
            for (int operation : members[clusters.items[i]]) {
                moved += isMoved(plan, operation) ? 1 : 0;
            }
        }
        return moved * pricePerMoveS;
    }

    private boolean isMoved(PartialPlan plan, int operation) {
        return known[operation]
                && !(plan.isPlaced(operation)
                        && plan.startS[operation] == startS[operation]
                        && plan.machine[operation] == machine[operation]);
    }
}
