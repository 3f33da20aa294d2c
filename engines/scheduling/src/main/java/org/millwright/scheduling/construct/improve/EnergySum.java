package org.millwright.scheduling.construct.improve;

import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.model.resource.EnergyTariff;

/** What all runs cost by a tariff, a batch as much as one run. */
final class EnergySum implements ObjectiveFunction.PlanMeasure {
    private final CompiledProblem compiled;
    private final MachineOrder order;
    private final EnergyTariff tariff;

    EnergySum(CompiledProblem compiled, MachineOrder order, EnergyTariff tariff) {
        this.compiled = compiled;
        this.order = order;
        this.tariff = tariff;
    }

    @Override
    public double of(PartialPlan plan, Score score) {
        order.refresh(plan);
        double sum = 0;
        for (int v = 0; v < compiled.operationCount(); v++) {
            if (plan.placed[v] && plan.machine[v] >= 0) {
                boolean isCounted = compiled.resources[plan.machine[v]].batches()
                        && order.before[v] >= 0
                        && plan.startS[order.before[v]] == plan.startS[v];
                sum += isCounted
                        ? 0
                        : tariff.costOf(compiled.resources[plan.machine[v]].id(), plan.runStartS[v], plan.runEndS[v]);
            }
        }
        return sum;
    }
}
