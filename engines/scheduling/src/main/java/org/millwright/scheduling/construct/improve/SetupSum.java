package org.millwright.scheduling.construct.improve;

import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.model.resource.Changeovers;
import org.millwright.scheduling.model.resource.Resource;

/** Seconds of setups, and of changeovers between neighbours on machines; a batch is set up once. */
final class SetupSum implements ObjectiveFunction.PlanMeasure {
    private final CompiledProblem compiled;
    private final MachineOrder order;

    SetupSum(CompiledProblem compiled, MachineOrder order) {
        this.compiled = compiled;
        this.order = order;
    }

    @Override
    public double of(PartialPlan plan, Score score) {
        order.refresh(plan);
        long sumS = 0;
        for (int v = 0; v < compiled.operationCount(); v++) {
            if (plan.placed[v]) {
                sumS += plan.machine[v] < 0 ? plan.runStartS[v] - plan.startS[v] : onMachineS(plan, v);
            }
        }
        return sumS;
    }

    private long onMachineS(PartialPlan plan, int v) {
        Resource machine = compiled.resources[plan.machine[v]];
        int before = order.before[v];
        boolean joins = machine.batches() && before >= 0 && plan.startS[before] == plan.startS[v];
        long setupS = joins ? 0 : plan.runStartS[v] - plan.startS[v];
        Changeovers changeovers = machine.changeovers();
        String family = compiled.operations[v].family();
        if (before >= 0) {
            return setupS + changeovers.betweenS(compiled.operations[before].family(), family);
        }
        return setupS + (plan.isFixed(v) ? 0 : changeovers.initialS(family));
    }
}
