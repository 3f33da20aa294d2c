package org.millwright.scheduling.construct.improve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.construct.cluster.ClusterSet;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Precedence;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.EnergyTariff;

/**
 * Puts runs into cheaper hours, each on its machine, so that no job becomes later than it is or than its due date, and no
 * deadline is missed. First runs are put off where nobody waits for them, from the last to the first, and nothing else
 * moves; then, the largest first, others make room for them where all of it together is cheaper. Batches, fixed work and
 * resumable runs stay, and so do runs that a longest wait ties to others when others would have to make room.
 */
public final class CheapHours {
    private static final double LEAST_GAIN = 1e-9;
    /** How much later than planned a run may begin that others make room for. */
    private static final long REACH_S = 36 * 3600;

    private static final int TRIED_PLACES = 4;

    private final CompiledProblem compiled;
    private final EnergyTariff tariff;
    private final PartialPlan plan;
    private final RoomMaking room;
    private final long[] jobEndS;
    private final Set<String> moved = new LinkedHashSet<>();
    private final Listener listener;
    private final BooleanSupplier stop;
    private double cost;
    private long steps;

    /** Told of every cheaper plan. */
    public interface Listener {
        /**
         * @param step how many places had been tried
         * @param cost of all runs, in the tariff's unit
         */
        void cheaper(long step, double cost);
    }

    /** @param stop asked before each place that is tried; what was found by then stays */
    public CheapHours(
            CompiledProblem compiled, Timetable planned, EnergyTariff tariff, Listener listener, BooleanSupplier stop) {
        this.compiled = compiled;
        this.tariff = tariff;
        this.listener = listener;
        this.stop = stop;
        plan = new PartialPlan(compiled);
        for (Assignment assignment : planned.assignments()) {
            if (!plan.isPlaced(compiled.indexOfOperation(assignment.operationId()))) {
                plan.put(assignment);
            }
        }
        room = new RoomMaking(compiled, plan);
        jobEndS = new long[compiled.jobs.length];
        Arrays.fill(jobEndS, Long.MIN_VALUE);
        for (int v = 0; v < compiled.operationCount(); v++) {
            if (plan.isPlaced(v)) {
                jobEndS[compiled.jobOf[v]] = Math.max(jobEndS[compiled.jobOf[v]], plan.endS[v]);
            }
        }
        cost = costOfAll();
    }

    /** Moves what can be moved. */
    public void shift() {
        List<Integer> movable = new ArrayList<>();
        for (int v = 0; v < compiled.operationCount(); v++) {
            if (isMovable(v)) {
                movable.add(v);
            }
        }
        putOff(movable);
        List<Integer> largestFirst = new ArrayList<>(movable);
        largestFirst.sort(
                Comparator.comparingDouble((Integer v) -> -energyOf(v)).thenComparing(v -> v));
        for (int v : largestFirst) {
            if (compiled.clusters.members[compiled.clusters.clusterOf[v]].length == 1) {
                makeRoom(v);
            }
        }
        putOff(movable);
    }

    private void putOff(List<Integer> movable) {
        List<Integer> latestFirst = new ArrayList<>(movable);
        latestFirst.sort(Comparator.comparingLong((Integer v) -> plan.startS[v])
                .reversed()
                .thenComparing(v -> v));
        for (int v : latestFirst) {
            if (stop.getAsBoolean()) {
                return;
            }
            putOff(v);
        }
    }

    /** What all runs of the plan cost as it stands. */
    public double cost() {
        return cost;
    }

    /** Places that were tried. */
    public long steps() {
        return steps;
    }

    private double costOfAll() {
        double sum = 0;
        for (int v = 0; v < compiled.operationCount(); v++) {
            sum += costOf(v);
        }
        return sum;
    }

    private double costOf(int v) {
        return plan.isPlaced(v) && plan.machine[v] >= 0
                ? costAt(plan.machine[v], plan.runStartS[v], plan.runEndS[v])
                : 0;
    }

    private double energyOf(int v) {
        return (double) tariff.wattsByMachine().getOrDefault(compiled.resources[plan.machine[v]].id(), 0)
                * (plan.runEndS[v] - plan.runStartS[v]);
    }

    public Timetable timetable() {
        return plan.timetable();
    }

    /** Ids of the runs that were moved for what they cost, not of those that made room. */
    public List<String> moved() {
        return List.copyOf(moved);
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

    private void putOff(int v) {
        int machine = plan.machine[v];
        long startS = plan.startS[v];
        long setupS = plan.runStartS[v] - startS;
        long runS = plan.runEndS[v] - plan.runStartS[v];
        long latestEndS = latestEndS(v);
        long latestStartS = Math.min(latestStartS(v), latestEndS - setupS - runS);
        double costNow = costOf(v);
        double bestCost = costNow - LEAST_GAIN;
        long bestFromS = Long.MIN_VALUE;
        plan.save(v);
        plan.remove(v);
        for (EnergyTariff.Rate rate : tariff.rates()) {
            if (rate.during().startS() - setupS - runS > latestStartS) {
                break;
            }
            for (long edgeS : new long[] {rate.during().startS(), rate.during().endS()}) {
                for (long fromS : new long[] {edgeS - setupS, edgeS - setupS - runS}) {
                    if (fromS > startS && fromS <= latestStartS) {
                        steps++;
                        if (plan.search.earliestOn(v, machine, runS, fromS)
                                && plan.search.startS <= latestStartS
                                && plan.search.endS <= latestEndS) {
                            double there = costAt(machine, plan.search.runStartS, plan.search.runEndS);
                            if (there < bestCost) {
                                bestCost = there - LEAST_GAIN;
                                bestFromS = fromS;
                            }
                        }
                    }
                }
            }
        }
        if (bestFromS > Long.MIN_VALUE && plan.search.earliestOn(v, machine, runS, bestFromS)) {
            plan.take(v);
            accept(v, costOf(v) - costNow);
        } else {
            plan.restore(v);
        }
    }

    private void accept(int v, double change) {
        cost += change;
        assert Math.abs(cost - costOfAll()) <= 1e-6 * (1 + Math.abs(cost)) : "The cost is out of step after " + steps;
        moved.add(compiled.operations[v].id());
        listener.cheaper(steps, cost);
    }

    /** A start with what the run would cost if it began there. */
    private record Place(long fromS, double cost) {}

    private void makeRoom(int v) {
        long setupS = plan.runStartS[v] - plan.startS[v];
        long runS = plan.runEndS[v] - plan.runStartS[v];
        int tried = 0;
        for (Place place : cheaperPlaces(v, setupS, runS)) {
            if (tried++ == TRIED_PLACES || stop.getAsBoolean()) {
                return;
            }
            steps++;
            ClusterSet moving = room.whatMoves(v, place.fromS());
            if (moving != null) {
                double before = costOf(moving);
                if (room.tryAt(v, runS, place.fromS())) {
                    double change = costOf(moving) - before;
                    if (change < -LEAST_GAIN && isInTime(moving)) {
                        accept(v, change);
                        return;
                    }
                    room.undo();
                }
            }
        }
    }

    /** Cheapest first. */
    private List<Place> cheaperPlaces(int v, long setupS, long runS) {
        int machine = plan.machine[v];
        double now = costOf(v);
        long earliestS = Math.max(compiled.releaseS[v], plan.arrivalS(v));
        long latestS = plan.startS[v] + REACH_S;
        List<Place> places = new ArrayList<>();
        for (EnergyTariff.Rate rate : tariff.rates()) {
            for (long runStartS :
                    new long[] {rate.during().startS(), rate.during().endS() - runS}) {
                long fromS = runStartS - setupS;
                double there = costAt(machine, runStartS, runStartS + runS);
                if (fromS >= earliestS && fromS <= latestS && fromS != plan.startS[v] && there < now - LEAST_GAIN) {
                    places.add(new Place(fromS, there));
                }
            }
        }
        places.sort(Comparator.comparingDouble(Place::cost).thenComparingLong(Place::fromS));
        return places;
    }

    private double costOf(ClusterSet clusters) {
        double sum = 0;
        for (int i = 0; i < clusters.count; i++) {
            for (int operation : compiled.clusters.members[clusters.items[i]]) {
                sum += costOf(operation);
            }
        }
        return sum;
    }

    private boolean isInTime(ClusterSet clusters) {
        for (int i = 0; i < clusters.count; i++) {
            for (int operation : compiled.clusters.members[clusters.items[i]]) {
                if (plan.endS[operation] > latestEndOfJobS(compiled.jobOf[operation])) {
                    return false;
                }
            }
        }
        return true;
    }

    private double costAt(int machine, long runStartS, long runEndS) {
        return tariff.costOf(compiled.resources[machine].id(), runStartS, runEndS);
    }

    private long latestEndOfJobS(int job) {
        long latestS = Math.max(jobEndS[job], compiled.jobs[job].dueS());
        Long deadlineS = compiled.jobs[job].deadlineS();
        return deadlineS == null ? latestS : Math.max(jobEndS[job], Math.min(latestS, deadlineS));
    }

    private long latestEndS(int v) {
        long latestS = latestEndOfJobS(compiled.jobOf[v]);
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
