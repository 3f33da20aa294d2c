package org.millwright.scheduling.construct;

import java.util.Arrays;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Timetable;

/** What it costs to move work against an earlier plan: a price for each operation with another start or machine. */
public final class Stability {
    private final int[] machine;
    private final long[] startS;
    private final boolean[] known;
    private final long pricePerMoveS;

    private Stability(CompiledProblem compiled, long pricePerMoveS) {
        this.pricePerMoveS = pricePerMoveS;
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
            boolean kept = !known[operation]
                    || (plan.isPlaced(operation)
                            && plan.startS[operation] == startS[operation]
                            && plan.machine[operation] == machine[operation]);
            moved += kept ? 0 : 1;
        }
        return moved * pricePerMoveS;
    }
}
