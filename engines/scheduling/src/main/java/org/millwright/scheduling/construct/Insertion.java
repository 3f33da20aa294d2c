package org.millwright.scheduling.construct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.millwright.scheduling.construct.cluster.Batches;
import org.millwright.scheduling.construct.cluster.ClusterSet;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.BindingReason;
import org.millwright.scheduling.model.Timetable;

/**
 * Keeps as much of a previous plan as still holds and places the rest into the free time around it. An operation is
 * kept when its place is still valid beside everything kept before it; a kept successor gives way when a moved
 * predecessor now ends too late for it.
 */
public final class Insertion {
    private static final int MOST_ROUNDS = 50;

    private final CompiledProblem compiled;
    private final PartialPlan plan;
    private final Map<String, BindingReason> unplanned = new LinkedHashMap<>();

    public Insertion(CompiledProblem compiled) {
        this.compiled = compiled;
        plan = new PartialPlan(compiled);
    }

    /** Takes what still holds, in the order of its start. */
    public void keepValid(Timetable previous) {
        Map<String, Integer> known = HashMap.newHashMap(compiled.operationCount());
        for (int i = 0; i < compiled.operationCount(); i++) {
            known.put(compiled.operations[i].id(), i);
        }
        var fit = new KeptPlace(compiled, plan);
        for (Assignment assignment : previous.assignments()) {
            Integer operation = known.get(assignment.operationId());
            if (operation != null && !plan.isPlaced(operation) && fit.holds(operation, assignment)) {
                plan.put(assignment);
            }
        }
        takeOutUnderfilled();
    }

    /** Takes out batches that begin too early for what is left of them; whether there were any. */
    private boolean takeOutUnderfilled() {
        boolean any = false;
        for (int operation = 0; operation < compiled.operationCount(); operation++) {
            Batches batches = plan.ruledBatches(operation);
            if (batches != null && batches.isUnderfilled(operation)) {
                List<Integer> together = new ArrayList<>();
                batches.eachTogether(operation, together::add);
                together.forEach(plan::remove);
                any = true;
            }
        }
        return any;
    }

    /**
     * Places the operations from this index on that are not placed yet or whose predecessors now end too late;
     * predecessors first and, among those that could go, by due date.
     *
     * @param shiftS added to the due date of a cluster, to try another order
     */
    public void placeFrom(int firstOperation, IntToDoubleFunction shiftS) {
        placeAll(firstOperation, shiftS);
        for (int round = 0; round < MOST_ROUNDS && takeOutUnderfilled(); round++) {
            placeAll(firstOperation, shiftS);
        }
    }

    private void placeAll(int firstOperation, IntToDoubleFunction shiftS) {
        int[][] members = compiled.clusters.members;
        int[] clusterOf = compiled.clusters.clusterOf;
        var asked = new ClusterSet(members.length);
        for (int i = firstOperation; i < compiled.operationCount(); i++) {
            asked.add(clusterOf[i]);
        }
        int[] waiting = new int[members.length];
        for (int next = 0; next < asked.count; next++) {
            int cluster = asked.items[next];
            for (int operation : members[cluster]) {
                for (int earlier : compiled.before[operation]) {
                    if (clusterOf[earlier] != cluster && asked.contains(clusterOf[earlier])) {
                        waiting[cluster]++;
                    }
                }
            }
        }
        var ready = new KeyHeap(members.length);
        for (int next = 0; next < asked.count; next++) {
            int cluster = asked.items[next];
            if (waiting[cluster] == 0) {
                ready.add(cluster, dueS(cluster) + shiftS.applyAsDouble(cluster));
            }
        }
        while (!ready.isEmpty()) {
            int cluster = ready.removeFirst();
            placeIfNeeded(cluster);
            for (int operation : members[cluster]) {
                for (int successor : compiled.successors[operation]) {
                    int next = clusterOf[successor];
                    if (next != cluster && asked.contains(next) && --waiting[next] == 0) {
                        ready.add(next, dueS(next) + shiftS.applyAsDouble(next));
                    }
                }
            }
        }
    }

    /** The plan that it works on. */
    public PartialPlan plan() {
        return plan;
    }

    public Timetable timetable() {
        return plan.timetable();
    }

    public Map<String, BindingReason> unplanned() {
        return unplanned;
    }

    public Score score() {
        return Score.of(compiled, plan, unplanned.size());
    }

    private void placeIfNeeded(int cluster) {
        int[] members = compiled.clusters.members[cluster];
        if (isWellPlaced(members)) {
            return;
        }
        for (int operation : members) {
            if (plan.isPlaced(operation) && !plan.isFixed(operation)) {
                plan.remove(operation);
            }
        }
        BindingReason reason = plan.placeCluster(cluster);
        for (int operation : members) {
            unplanned.remove(compiled.operations[operation].id());
        }
        if (reason != null) {
            for (int operation : members) {
                if (!plan.isPlaced(operation)) {
                    unplanned.put(compiled.operations[operation].id(), reason);
                }
            }
        }
    }

    private boolean isWellPlaced(int[] members) {
        for (int operation : members) {
            if (!plan.isPlaced(operation) || !followsItsPredecessors(operation)) {
                return false;
            }
        }
        return true;
    }

    private boolean followsItsPredecessors(int operation) {
        if (plan.isFixed(operation)) {
            return true;
        }
        for (int k = 0; k < compiled.before[operation].length; k++) {
            int earlier = compiled.before[operation][k];
            if (!plan.isPlaced(earlier)) {
                return false;
            }
            long waitS = plan.startS[operation] - plan.endS[earlier];
            if (waitS < compiled.precedence(operation, k).minLagS()
                    || waitS > compiled.precedence(operation, k).maxLagS()) {
                return false;
            }
        }
        return plan.fixedSuccessorBefore(operation, plan.endS[operation]) < 0;
    }

    private double dueS(int cluster) {
        return compiled.jobs[compiled.jobOf[compiled.clusters.members[cluster][0]]].dueS();
    }
}
