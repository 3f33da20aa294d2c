package org.millwright.scheduling.construct.improve;

import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.KeyHeap;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.construct.cluster.Batches;
import org.millwright.scheduling.construct.cluster.ClusterSet;
import org.millwright.scheduling.model.BindingReason;

/**
 * Takes clusters out of a plan and puts them back at their earliest places, predecessors first and, among those that
 * could go, by key; all of it can be taken back.
 */
final class Recreation {
    private final CompiledProblem compiled;
    private final PartialPlan plan;
    private final int[] waiting;
    private final KeyHeap ready;

    /** Told of operations that found no place. */
    interface Unplaced {
        void left(int operation, BindingReason reason);
    }

    Recreation(CompiledProblem compiled, PartialPlan plan) {
        this.compiled = compiled;
        this.plan = plan;
        waiting = new int[compiled.clusters.members.length];
        ready = new KeyHeap(waiting.length);
    }

    /** Adds everything that comes after the clusters of the set, and what shares batches with them that must be full. */
    void addDependents(ClusterSet set) {
        for (int next = 0; next < set.count; next++) {
            for (int operation : compiled.clusters.members[set.items[next]]) {
                for (int successor : compiled.successors[operation]) {
                    set.add(compiled.clusters.clusterOf[successor]);
                }
                // Without one of its members a batch may be too empty to begin when it does.
                Batches batches = plan.ruledBatches(operation);
                if (batches != null) {
                    batches.eachTogether(operation, other -> set.add(compiled.clusters.clusterOf[other]));
                }
            }
        }
    }

    /** Takes everything out that is not fixed, and remembers where it stood. */
    void takeOut(ClusterSet set) {
        for (int i = 0; i < set.count; i++) {
            for (int operation : compiled.clusters.members[set.items[i]]) {
                plan.save(operation);
            }
        }
        clear(set);
    }

    /** Puts back what stands nowhere, each at its earliest. */
    void putBack(ClusterSet set, IntToDoubleFunction key, Unplaced unplaced) {
        ready.clear();
        for (int i = 0; i < set.count; i++) {
            waiting[set.items[i]] = 0;
        }
        for (int i = 0; i < set.count; i++) {
            int cluster = set.items[i];
            for (int operation : compiled.clusters.members[cluster]) {
                for (int earlier : compiled.before[operation]) {
                    int before = compiled.clusters.clusterOf[earlier];
                    if (before != cluster && set.contains(before)) {
                        waiting[cluster]++;
                    }
                }
            }
        }
        for (int i = 0; i < set.count; i++) {
            if (waiting[set.items[i]] == 0) {
                ready.add(set.items[i], key.applyAsDouble(set.items[i]));
            }
        }
        while (!ready.isEmpty()) {
            int cluster = ready.removeFirst();
            place(cluster, unplaced);
            for (int operation : compiled.clusters.members[cluster]) {
                for (int successor : compiled.successors[operation]) {
                    int next = compiled.clusters.clusterOf[successor];
                    if (next != cluster && --waiting[next] == 0) {
                        ready.add(next, key.applyAsDouble(next));
                    }
                }
            }
        }
    }

    /** Puts everything back where it stood when it was taken out. */
    void restore(ClusterSet set) {
        clear(set);
        for (int i = 0; i < set.count; i++) {
            for (int operation : compiled.clusters.members[set.items[i]]) {
                plan.restore(operation);
            }
        }
    }

    private void clear(ClusterSet set) {
        for (int i = 0; i < set.count; i++) {
            for (int operation : compiled.clusters.members[set.items[i]]) {
                if (plan.isPlaced(operation) && !plan.isFixed(operation)) {
                    plan.remove(operation);
                }
            }
        }
    }

    private void place(int cluster, Unplaced unplaced) {
        @Nullable BindingReason reason = plan.placeCluster(cluster);
        if (reason != null) {
            for (int operation : compiled.clusters.members[cluster]) {
                if (!plan.isPlaced(operation)) {
                    unplaced.left(operation, reason);
                }
            }
        }
    }
}
