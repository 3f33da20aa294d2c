package org.millwright.scheduling.construct.improve;

import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.model.resource.Resource;

/** By how many seconds operations have less slack than wanted before they move another or make their job late. */
final class SlackSum implements ObjectiveFunction.PlanMeasure {
    private final CompiledProblem compiled;
    private final MachineOrder order;
    private final long wantedS;
    private final long[] dueS;
    private final long[] latestEndS;

    SlackSum(CompiledProblem compiled, MachineOrder order, long wantedS) {
        this.compiled = compiled;
        this.order = order;
        this.wantedS = wantedS;
        latestEndS = new long[compiled.operationCount()];
        dueS = new long[compiled.jobs.length];
        for (int job = 0; job < dueS.length; job++) {
            Long deadlineS = compiled.jobs[job].deadlineS();
            dueS[job] = Math.min(compiled.jobs[job].dueS(), deadlineS == null ? Long.MAX_VALUE : deadlineS);
        }
    }

    @Override
    public double of(PartialPlan plan, Score score) {
        order.refresh(plan);
        for (int v = 0; v < latestEndS.length; v++) {
            latestEndS[v] = dueS[compiled.jobOf[v]];
        }
        for (int v = 0; v < latestEndS.length; v++) {
            if (plan.placed[v]) {
                int[] earlier = compiled.before[v];
                for (int k = 0; k < earlier.length; k++) {
                    bound(earlier[k], plan.startS[v] - compiled.precedence(v, k).minLagS());
                }
                if (plan.machine[v] >= 0 && order.before[v] >= 0 && takesOneAtATime(plan.machine[v])) {
                    bound(order.before[v], plan.startS[v] - changeoverS(compiled, plan.machine[v], order.before[v], v));
                }
            }
        }
        long missingS = 0;
        for (int v = 0; v < latestEndS.length; v++) {
            if (plan.placed[v]) {
                missingS += wantedS - Math.clamp(latestEndS[v] - plan.endS[v], 0, wantedS);
            }
        }
        return missingS;
    }

    private static long changeoverS(CompiledProblem compiled, int machine, int earlier, int v) {
        return compiled.resources[machine]
                .changeovers()
                .betweenS(compiled.operations[earlier].family(), compiled.operations[v].family());
    }

    private void bound(int v, long endS) {
        latestEndS[v] = Math.min(latestEndS[v], endS);
    }

    private boolean takesOneAtATime(int machine) {
        Resource resource = compiled.resources[machine];
        return resource.capacity() == 1 && !resource.batches();
    }
}
