package org.millwright.scheduling.exact;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CumulativeConstraint;
import com.google.ortools.sat.IntervalVar;
import java.util.ArrayList;
import java.util.List;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;

/** For each machine, person and tool: what may stand on it in a window, and what stands there anyway. */
final class ResourceRows {
    private final CompiledProblem compiled;
    private final CpModel model;
    private final long fromS;
    private final long toS;
    private final List<List<IntervalVar>> intervals = new ArrayList<>();
    private final List<List<Integer>> amounts = new ArrayList<>();

    ResourceRows(CompiledProblem compiled, CpModel model, long fromS, long toS) {
        this.compiled = compiled;
        this.model = model;
        this.fromS = fromS;
        this.toS = toS;
        for (int i = 0; i < compiled.resources.length; i++) {
            intervals.add(new ArrayList<>());
            amounts.add(new ArrayList<>());
        }
    }

    void add(int resource, IntervalVar interval, int amount) {
        intervals.get(resource).add(interval);
        amounts.get(resource).add(amount);
    }

    /** What an operation that stays occupies, as far as something free might meet it there. */
    void addStaying(PartialPlan plan, int v) {
        int machine = plan.machine[v];
        if (machine >= 0) {
            stay(machine, plan.startS[v], plan.endS[v], 1);
        }
        if (plan.setupPerson[v] >= 0) {
            long untilS = compiled.operations[v].runAttended() ? plan.runEndS[v] : plan.runStartS[v];
            stay(plan.setupPerson[v], plan.startS[v], untilS, 1);
        }
        if (plan.unloadPerson[v] >= 0) {
            stay(plan.unloadPerson[v], plan.unloadStartS[v], plan.endS[v], 1);
        }
        for (int k = 0; k < compiled.needed[v].length; k++) {
            stay(compiled.needed[v][k], plan.startS[v], plan.endS[v], compiled.neededAmount[v][k]);
        }
    }

    private void stay(int resource, long startS, long endS, int amount) {
        if (startS < endS
                && startS < toS
                && endS > fromS
                && !intervals.get(resource).isEmpty()) {
            add(resource, model.newFixedInterval(startS - fromS, endS - startS, ""), amount);
        }
    }

    void close() {
        for (int resource = 0; resource < intervals.size(); resource++) {
            List<IntervalVar> on = intervals.get(resource);
            int capacity = compiled.resources[resource].capacity();
            if (on.size() > 1 && capacity == 1) {
                model.addNoOverlap(on);
            } else if (!on.isEmpty() && capacity > 1) {
                CumulativeConstraint constraint = model.addCumulative(capacity);
                for (int i = 0; i < on.size(); i++) {
                    constraint.addDemand(on.get(i), amounts.get(resource).get(i));
                }
            }
        }
    }
}
