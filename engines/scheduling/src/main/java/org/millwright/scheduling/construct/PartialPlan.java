package org.millwright.scheduling.construct;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.construct.cluster.Batches;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.BindingReason;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.Precedence;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.WorkCalendar;

/** A plan under construction: what is placed so far, and the rules for placing one more cluster. */
public final class PartialPlan {
    /** Tightening a maximum lag moves a predecessor forward at most so often before the cluster is given up. */
    private static final int LAG_ATTEMPTS = 200;

    public final CompiledProblem compiled;
    final Occupancy[] occupancy;
    final @Nullable FamilySequence[] sequences;
    public final @Nullable Batches[] batches;
    public final PlaceSearch search;
    public final boolean[] placed;
    final boolean[] fixed;
    public final long[] startS;
    public final long[] runStartS;
    public final long[] runEndS;
    public final long[] unloadStartS;
    public final long[] endS;
    public final int[] machine;
    public final int[] setupPerson;
    public final int[] unloadPerson;
    private final long[] notBeforeS;
    private final SavedPlaces saved;

    public PartialPlan(CompiledProblem compiled) {
        this.compiled = compiled;
        int count = compiled.operationCount();
        occupancy = new Occupancy[compiled.resources.length];
        for (int i = 0; i < occupancy.length; i++) {
            occupancy[i] = new Occupancy(compiled.resources[i].batches() ? 1 : compiled.resources[i].capacity());
        }
        placed = new boolean[count];
        fixed = new boolean[count];
        startS = new long[count];
        runStartS = new long[count];
        runEndS = new long[count];
        unloadStartS = new long[count];
        endS = new long[count];
        machine = new int[count];
        setupPerson = new int[count];
        unloadPerson = new int[count];
        notBeforeS = new long[count];
        sequences = new FamilySequence[occupancy.length];
        for (int i = 0; i < sequences.length; i++) {
            if (!compiled.resources[i].changeovers().isNone()) {
                sequences[i] = new FamilySequence(compiled, i, startS, endS);
            }
        }
        batches = new Batches[occupancy.length];
        for (int i = 0; i < batches.length; i++) {
            if (compiled.resources[i].batches()) {
                batches[i] = new Batches(this, i);
            }
        }
        search = new PlaceSearch(this);
        saved = new SavedPlaces(this, count);
        for (Assignment assignment : compiled.problem.fixed()) {
            fixed[put(assignment)] = true;
        }
    }

    /** Takes everything out but the fixed work. */
    public void reset(PartialPlan onlyFixed) {
        for (int i = 0; i < occupancy.length; i++) {
            occupancy[i].copyFrom(onlyFixed.occupancy[i]);
            FamilySequence own = sequences[i];
            FamilySequence other = onlyFixed.sequences[i];
            if (own != null && other != null) {
                own.copyFrom(other);
            }
            Batches ownBatches = batches[i];
            Batches otherBatches = onlyFixed.batches[i];
            if (ownBatches != null && otherBatches != null) {
                ownBatches.copyFrom(otherBatches);
            }
        }
        System.arraycopy(onlyFixed.placed, 0, placed, 0, placed.length);
        search.forgetWaits();
    }

    /** Puts an assignment as it is, without asking whether it fits; returns the operation's index. */
    public int put(Assignment assignment) {
        int operation = compiled.indexOfOperation(assignment.operationId());
        machine[operation] = compiled.indexOfResource(assignment.machineId());
        setupPerson[operation] = compiled.indexOfResource(assignment.setupPersonId());
        unloadPerson[operation] = compiled.indexOfResource(assignment.unloadPersonId());
        startS[operation] = assignment.setupStartS();
        runStartS[operation] = assignment.runStartS();
        runEndS[operation] = assignment.runEndS();
        unloadStartS[operation] = assignment.unloadStartS();
        endS[operation] = assignment.endS();
        occupy(operation);
        return operation;
    }

    /** Remembers where an operation stands, or that it stands nowhere. */
    public void save(int operation) {
        saved.save(operation);
    }

    /** Puts an operation that stands nowhere back where it was saved. */
    public void restore(int operation) {
        if (!placed[operation] && saved.restore(operation)) {
            occupy(operation);
        }
    }

    /** Since when an operation waits: since its predecessors, its job and its material are there. */
    public long arrivalS(int operation) {
        long arrivalS = compiled.arrivalS[operation];
        int[] before = compiled.before[operation];
        for (int k = 0; k < before.length; k++) {
            if (placed[before[k]]) {
                arrivalS = Math.max(
                        arrivalS,
                        endS[before[k]] + compiled.precedence(operation, k).minLagS());
            }
        }
        return arrivalS;
    }

    /** The batches in which a placed operation stands when their filling matters, otherwise null. */
    public @Nullable Batches ruledBatches(int operation) {
        int onMachine = placed[operation] ? machine[operation] : -1;
        Batches shared = onMachine < 0 ? null : batches[onMachine];
        return shared != null && shared.hasRule() ? shared : null;
    }

    public boolean isPlaced(int operation) {
        return placed[operation];
    }

    public boolean isFixed(int operation) {
        return fixed[operation];
    }

    public void remove(int operation) {
        placed[operation] = false;
        search.forgetWaits();
        int onMachine = machine[operation];
        Batches shared = onMachine < 0 ? null : batches[onMachine];
        if (shared != null && shared.leave(operation)) {
            return;
        }
        if (onMachine >= 0) {
            occupancy[onMachine].remove(startS[operation], endS[operation], 1);
            if (sequences[onMachine] != null) {
                sequences[onMachine].remove(operation);
            }
        }
        if (setupPerson[operation] >= 0) {
            occupancy[setupPerson[operation]].remove(startS[operation], attendedUntilS(operation), 1);
        }
        if (unloadPerson[operation] >= 0) {
            occupancy[unloadPerson[operation]].remove(unloadStartS[operation], endS[operation], 1);
        }
        int[] needed = compiled.needed[operation];
        for (int k = 0; k < needed.length; k++) {
            occupancy[needed[k]].remove(startS[operation], endS[operation], compiled.neededAmount[operation][k]);
        }
    }

    /** Places all free operations of the cluster at their earliest; on failure none of them, and says why. */
    public @Nullable BindingReason placeCluster(int cluster) {
        int[] members = compiled.clusters.members[cluster];
        for (int operation : members) {
            notBeforeS[operation] = compiled.releaseS[operation];
        }
        BindingReason reason = null;
        for (int attempt = 0; attempt < LAG_ATTEMPTS; attempt++) {
            boolean complete = true;
            for (int operation : members) {
                if (!placed[operation]) {
                    reason = place(operation);
                    if (reason != null) {
                        complete = false;
                        break;
                    }
                }
            }
            if (complete) {
                return null;
            }
            for (int operation : members) {
                if (placed[operation] && !fixed[operation]) {
                    remove(operation);
                }
            }
            if (reason == null || !relaxLag(reason)) {
                return reason;
            }
        }
        return reason;
    }

    /** Remembered by {@link #place} when a maximum lag asks a free predecessor to end later. */
    private int lagging = -1;

    private long laggingByS;

    private boolean relaxLag(BindingReason reason) {
        if (reason.kind() != BindingReason.Kind.MAXIMUM_LAG || lagging < 0) {
            return false;
        }
        notBeforeS[lagging] = Math.max(notBeforeS[lagging], startS[lagging]) + laggingByS;
        lagging = -1;
        return true;
    }

    private @Nullable BindingReason place(int operation) {
        long fromS = notBeforeS[operation];
        int[] before = compiled.before[operation];
        for (int k = 0; k < before.length; k++) {
            if (!placed[before[k]]) {
                return new BindingReason(
                        BindingReason.Kind.PREDECESSOR_UNPLANNED,
                        null,
                        compiled.operations[before[k]].id(),
                        WorkCalendar.NEVER);
            }
            fromS = Math.max(
                    fromS, endS[before[k]] + compiled.precedence(operation, k).minLagS());
        }
        while (true) {
            if (!search.earliest(operation, fromS)) {
                return noPlace(operation, fromS);
            }
            long shortS = shortOfFixedSuccessorS(operation);
            if (shortS <= 0) {
                break;
            }
            fromS = search.startS + shortS;
        }
        for (int k = 0; k < before.length; k++) {
            Precedence precedence = compiled.precedence(operation, k);
            if (precedence.limitsWaiting() && search.startS - endS[before[k]] > precedence.maxLagS()) {
                lagging = fixed[before[k]] ? -1 : before[k];
                laggingByS = search.startS - endS[before[k]] - precedence.maxLagS();
                return new BindingReason(
                        BindingReason.Kind.MAXIMUM_LAG, null, compiled.operations[before[k]].id(), search.startS);
            }
        }
        int tooEarly = fixedSuccessorBefore(operation, search.endS);
        if (tooEarly >= 0) {
            return new BindingReason(
                    BindingReason.Kind.FIXED_SUCCESSOR, null, compiled.operations[tooEarly].id(), startS[tooEarly]);
        }
        take(operation);
        return null;
    }

    /** Puts an operation where {@link #search} found a place. */
    public void take(int operation) {
        machine[operation] = search.machine;
        setupPerson[operation] = search.setupPerson;
        unloadPerson[operation] = search.unloadPerson;
        startS[operation] = search.startS;
        runStartS[operation] = search.runStartS;
        runEndS[operation] = search.runEndS;
        unloadStartS[operation] = search.unloadStartS;
        endS[operation] = search.endS;
        occupy(operation);
    }

    private BindingReason noPlace(int operation, long fromS) {
        List<BindingReason> met = new ArrayList<>();
        search.report((kind, resource, from, until) -> met.add(new BindingReason(
                kind,
                resource >= 0 ? compiled.resources[resource].id() : compiled.operations[operation].skill(),
                null,
                until)));
        search.earliest(operation, fromS);
        search.report(null);
        return met.getLast();
    }

    private long shortOfFixedSuccessorS(int operation) {
        long shortS = 0;
        for (int successor : compiled.successors[operation]) {
            if (fixed[successor]) {
                for (Precedence precedence : compiled.operations[successor].after()) {
                    if (precedence.limitsWaiting()
                            && precedence.beforeOperationId().equals(compiled.operations[operation].id())) {
                        shortS = Math.max(shortS, startS[successor] - precedence.maxLagS() - search.endS);
                    }
                }
            }
        }
        return shortS;
    }

    /** A fixed successor that begins too early for an operation that ends then, or -1. */
    public int fixedSuccessorBefore(int operation, long end) {
        for (int successor : compiled.successors[operation]) {
            if (fixed[successor]) {
                for (Precedence precedence : compiled.operations[successor].after()) {
                    if (precedence.beforeOperationId().equals(compiled.operations[operation].id())
                            && end + precedence.minLagS() > startS[successor]) {
                        return successor;
                    }
                }
            }
        }
        return -1;
    }

    private void occupy(int operation) {
        placed[operation] = true;
        int onMachine = machine[operation];
        Batches shared = onMachine < 0 ? null : batches[onMachine];
        if (shared != null && shared.join(operation)) {
            return;
        }
        if (onMachine >= 0) {
            occupancy[onMachine].add(startS[operation], endS[operation], 1);
            if (sequences[onMachine] != null) {
                sequences[onMachine].add(operation);
            }
        }
        if (setupPerson[operation] >= 0) {
            occupancy[setupPerson[operation]].add(startS[operation], attendedUntilS(operation), 1);
        }
        if (unloadPerson[operation] >= 0) {
            occupancy[unloadPerson[operation]].add(unloadStartS[operation], endS[operation], 1);
        }
        int[] needed = compiled.needed[operation];
        for (int k = 0; k < needed.length; k++) {
            occupancy[needed[k]].add(startS[operation], endS[operation], compiled.neededAmount[operation][k]);
        }
    }

    private long attendedUntilS(int operation) {
        return compiled.operations[operation].runAttended() ? runEndS[operation] : runStartS[operation];
    }

    public Assignment assignment(int operation) {
        Operation planned = compiled.operations[operation];
        return new Assignment(
                planned.id(),
                idOf(machine[operation]),
                idOf(setupPerson[operation]),
                idOf(unloadPerson[operation]),
                startS[operation],
                runStartS[operation],
                runEndS[operation],
                unloadStartS[operation],
                endS[operation]);
    }

    public Timetable timetable() {
        List<Assignment> assignments = new ArrayList<>(placed.length);
        for (int i = 0; i < placed.length; i++) {
            if (placed[i]) {
                assignments.add(assignment(i));
            }
        }
        return new Timetable(assignments);
    }

    private @Nullable String idOf(int resource) {
        return resource < 0 ? null : compiled.resources[resource].id();
    }
}
