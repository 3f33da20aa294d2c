package org.millwright.scheduling.construct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.EnergyTariff;
import org.millwright.scheduling.model.Precedence;
import org.millwright.scheduling.model.Timetable;

/**
 * Puts runs off into cheaper hours where nobody waits for them: from the last to the first, each on its machine, so far
 * that no successor moves, no job becomes later than it is or than its due date, and no deadline is missed. Batches,
 * fixed work and resumable runs stay.
 */
public final class CheapHours {
    private static final double LEAST_GAIN = 1e-9;

    private final CompiledProblem compiled;
    private final EnergyTariff tariff;
    private final PartialPlan plan;
    private final long[] jobEndS;
    private final List<String> moved = new ArrayList<>();

    public CheapHours(CompiledProblem compiled, Timetable planned, EnergyTariff tariff) {
        this.compiled = compiled;
        this.tariff = tariff;
        plan = new PartialPlan(compiled);
        for (Assignment assignment : planned.assignments()) {
            if (!plan.isPlaced(compiled.indexOfOperation(assignment.operationId()))) {
                plan.put(assignment);
            }
        }
        jobEndS = new long[compiled.jobs.length];
        Arrays.fill(jobEndS, Long.MIN_VALUE);
        for (int v = 0; v < compiled.operationCount(); v++) {
            if (plan.isPlaced(v)) {
                jobEndS[compiled.jobOf[v]] = Math.max(jobEndS[compiled.jobOf[v]], plan.endS[v]);
            }
        }
    }

    /** Moves what can be moved; each operation once. */
    public void shift() {
        List<Integer> latestFirst = new ArrayList<>();
        for (int v = 0; v < compiled.operationCount(); v++) {
            if (isMovable(v)) {
                latestFirst.add(v);
            }
        }
        latestFirst.sort(Comparator.comparingLong((Integer v) -> plan.startS[v])
                .reversed()
                .thenComparing(v -> v));
        for (int v : latestFirst) {
            shift(v);
        }
    }

    /** What all runs of the plan cost as it stands. */
    public double cost() {
        double sum = 0;
        for (int v = 0; v < compiled.operationCount(); v++) {
            if (plan.isPlaced(v) && plan.machine[v] >= 0) {
                sum += costAt(plan.machine[v], plan.runStartS[v], plan.runEndS[v]);
            }
        }
        return sum;
    }

    public Timetable timetable() {
        return plan.timetable();
    }

    /** Ids of what was moved. */
    public List<String> moved() {
        return moved;
    }

    private boolean isMovable(int v) {
        return plan.isPlaced(v)
                && !plan.isFixed(v)
                && plan.machine[v] >= 0
                && plan.batches[plan.machine[v]] == null
                && !compiled.operations[v].resumable()
                && !feedsABatch(v)
                && tariff.wattsByMachine().getOrDefault(compiled.resources[plan.machine[v]].id(), 0) > 0;
    }

    /** A batch may begin because work waited long enough for it; ending that work later would take the reason away. */
    private boolean feedsABatch(int v) {
        for (int successor : compiled.successors[v]) {
            if (plan.isPlaced(successor)
                    && plan.machine[successor] >= 0
                    && plan.batches[plan.machine[successor]] != null) {
                return true;
            }
        }
        return false;
    }

    private void shift(int v) {
        int machine = plan.machine[v];
        long startS = plan.startS[v];
        long setupS = plan.runStartS[v] - startS;
        long runS = plan.runEndS[v] - plan.runStartS[v];
        long latestEndS = latestEndS(v);
        long latestStartS = Math.min(latestStartS(v), latestEndS - setupS - runS);
        double bestCost = costAt(machine, plan.runStartS[v], plan.runEndS[v]) - LEAST_GAIN;
        long bestFromS = Long.MIN_VALUE;
        plan.save(v);
        plan.remove(v);
        for (EnergyTariff.Rate rate : tariff.rates()) {
            for (long edgeS : new long[] {rate.during().startS(), rate.during().endS()}) {
                for (long fromS : new long[] {edgeS - setupS, edgeS - setupS - runS}) {
                    if (fromS > startS
                            && fromS <= latestStartS
                            && plan.search.earliestOn(v, machine, runS, fromS)
                            && plan.search.startS <= latestStartS
                            && plan.search.endS <= latestEndS) {
                        double cost = costAt(machine, plan.search.runStartS, plan.search.runEndS);
                        if (cost < bestCost) {
                            bestCost = cost - LEAST_GAIN;
                            bestFromS = fromS;
                        }
                    }
                }
            }
        }
        if (bestFromS > Long.MIN_VALUE && plan.search.earliestOn(v, machine, runS, bestFromS)) {
            plan.take(v);
            moved.add(compiled.operations[v].id());
        } else {
            plan.restore(v);
        }
    }

    private double costAt(int machine, long runStartS, long runEndS) {
        return tariff.costOf(compiled.resources[machine].id(), runStartS, runEndS);
    }

    private long latestEndS(int v) {
        int job = compiled.jobOf[v];
        long latestS = Math.max(jobEndS[job], compiled.jobs[job].dueS());
        Long deadlineS = compiled.jobs[job].deadlineS();
        if (deadlineS != null) {
            latestS = Math.max(jobEndS[job], Math.min(latestS, deadlineS));
        }
        for (int successor : compiled.successors[v]) {
            if (plan.isPlaced(successor)) {
                for (Precedence precedence : compiled.operations[successor].after()) {
                    if (precedence.beforeOperationId().equals(compiled.operations[v].id())) {
                        latestS = Math.min(latestS, plan.startS[successor] - precedence.minLagS());
                    }
                }
            }
        }
        return latestS;
    }

    private long latestStartS(int v) {
        long latestS = Long.MAX_VALUE;
        for (int k = 0; k < compiled.before[v].length; k++) {
            Precedence precedence = compiled.precedence(v, k);
            if (precedence.limitsWaiting()) {
                latestS = Math.min(latestS, plan.endS[compiled.before[v][k]] + precedence.maxLagS());
            }
        }
        return latestS;
    }
}
