package org.millwright.scheduling.construct.dispatch;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.KeyHeap;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.BindingReason;
import org.millwright.scheduling.model.Timetable;

/** Builds complete plans, one after the other, from dispatch rules or from an order of clusters. */
public final class SerialGeneration {
    private final CompiledProblem compiled;
    private final Workload load;
    private final PartialPlan onlyFixed;
    private final PartialPlan plan;
    private final KeyHeap ready;
    private final int[] waiting;
    private final int[] sequence;
    private final int[] lastFamily;
    private final Map<String, BindingReason> unplanned = new LinkedHashMap<>();
    private BooleanSupplier abort = () -> false;
    private int planned;

    public SerialGeneration(CompiledProblem compiled) {
        this.compiled = compiled;
        load = new Workload(compiled);
        onlyFixed = new PartialPlan(compiled);
        plan = new PartialPlan(compiled);
        int clusters = compiled.clusters.members.length;
        ready = new KeyHeap(clusters);
        waiting = new int[clusters];
        sequence = new int[clusters];
        lastFamily = new int[compiled.resources.length];
    }

    /** A plan under construction is given up, and stays incomplete, once this is true. */
    public void abortWhen(BooleanSupplier condition) {
        abort = condition;
    }

    /** Whether the last plan was given up. */
    public boolean isAborted() {
        return planned < sequence.length;
    }

    public int clusterCount() {
        return sequence.length;
    }

    /** Plans everything in the order of a rule. */
    public void byRule(DispatchRule rule) {
        build(rule, new double[0]);
    }

    /** Plans everything by keys, one per cluster: of those that could be planned, the smallest goes first. */
    public void byKeys(double[] keys) {
        build(null, keys);
    }

    /** The clusters in the order in which they were last planned. */
    public int[] sequence() {
        return Arrays.copyOf(sequence, planned);
    }

    /** Fills keys after which a plan was built that has the starts of this one. */
    public void keysOf(Timetable timetable, double[] keys) {
        int position = 0;
        for (Assignment assignment : timetable.assignments()) {
            int operation = compiled.indexOfOperation(assignment.operationId());
            keys[compiled.clusters.clusterOf[operation]] = position++;
        }
    }

    public Timetable timetable() {
        return plan.timetable();
    }

    /** Operations that found no place, with the reason. */
    public Map<String, BindingReason> unplanned() {
        return new LinkedHashMap<>(unplanned);
    }

    /** The plan built last; the next one takes its place. */
    public PartialPlan plan() {
        return plan;
    }

    /** The clusters that hold operations of the job. */
    public int[] clustersOfJob(int job) {
        return IntStream.of(compiled.operationsOfJob[job])
                .map(operation -> compiled.clusters.clusterOf[operation])
                .distinct()
                .toArray();
    }

    private void build(@Nullable DispatchRule rule, double[] keys) {
        plan.reset(onlyFixed);
        unplanned.clear();
        ready.clear();
        Arrays.fill(lastFamily, -1);
        planned = 0;
        countWaiting();
        for (int cluster = 0; cluster < waiting.length; cluster++) {
            if (waiting[cluster] == 0) {
                ready.add(cluster, rule == null ? keys[cluster] : key(rule, cluster));
            }
        }
        while (!ready.isEmpty() && ((planned & 31) != 31 || !abort.getAsBoolean())) {
            int cluster = ready.removeFirst();
            sequence[planned++] = cluster;
            BindingReason reason = plan.placeCluster(cluster);
            for (int operation : compiled.clusters.members[cluster]) {
                if (!plan.isPlaced(operation) && reason != null) {
                    unplanned.put(compiled.operations[operation].id(), reason);
                } else if (plan.machine[operation] >= 0) {
                    lastFamily[plan.machine[operation]] = compiled.family[operation];
                }
            }
            for (int operation : compiled.clusters.members[cluster]) {
                for (int successor : compiled.successors[operation]) {
                    int next = compiled.clusters.clusterOf[successor];
                    if (next != cluster && --waiting[next] == 0) {
                        ready.add(next, rule == null ? keys[next] : key(rule, next));
                    }
                }
            }
        }
    }

    private void countWaiting() {
        Arrays.fill(waiting, 0);
        for (int operation = 0; operation < compiled.operationCount(); operation++) {
            int cluster = compiled.clusters.clusterOf[operation];
            for (int earlier : compiled.before[operation]) {
                if (compiled.clusters.clusterOf[earlier] != cluster) {
                    waiting[cluster]++;
                }
            }
        }
    }

    private double key(DispatchRule rule, int cluster) {
        int operation = compiled.clusters.members[cluster][0];
        long readyS = compiled.releaseS[operation];
        for (int earlier : compiled.before[operation]) {
            if (plan.isPlaced(earlier)) {
                readyS = Math.max(readyS, plan.endS[earlier]);
            }
        }
        return rule.key(load, operation, readyS, continuesFamily(operation));
    }

    private boolean continuesFamily(int operation) {
        if (compiled.family[operation] < 0) {
            return false;
        }
        for (int machine : compiled.modeMachine[operation]) {
            if (machine >= 0 && lastFamily[machine] == compiled.family[operation]) {
                return true;
            }
        }
        return false;
    }
}
