package org.millwright.scheduling.construct.improve;

import java.util.Arrays;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Timetable;

/** How many operations of an earlier plan have another start or machine, or none. */
final class MovedCount implements ObjectiveFunction.PlanMeasure {
    private final boolean[] known;
    private final long[] startS;
    private final int[] machine;

    MovedCount(CompiledProblem compiled, Timetable from) {
        int count = compiled.operationCount();
        known = new boolean[count];
        startS = new long[count];
        machine = new int[count];
        Arrays.fill(machine, -1);
        for (int v = 0; v < count; v++) {
            Assignment was = from.findAssignment(compiled.operations[v].id()).orElse(null);
            if (was != null) {
                known[v] = true;
                startS[v] = was.setupStartS();
                machine[v] = compiled.indexOfResource(was.machineId());
            }
        }
    }

    @Override
    public double of(PartialPlan plan, Score score) {
        int moved = 0;
        for (int v = 0; v < known.length; v++) {
            if (known[v]) {
                boolean stays = plan.placed[v] && plan.startS[v] == startS[v] && plan.machine[v] == machine[v];
                moved += stays ? 0 : 1;
            }
        }
        return moved;
    }
}
