package org.millwright.scheduling.construct.cluster;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.resource.BatchRule;

/**
 * What runs together on a batching machine. Operations share a batch when they begin and end together, are alike in
 * family, phases and skill, and fit in by their loads; machine and people are occupied once for all of them.
 */
public final class Batches {
    private final PartialPlan plan;
    private final int machine;
    private final int capacity;
    private final BatchRule rule;
    private int[] members = new int[8];
    private int count;

    public Batches(PartialPlan plan, int machine) {
        this.plan = plan;
        this.machine = machine;
        capacity = plan.compiled.resources[machine].capacity();
        rule = plan.compiled.resources[machine].batchRule();
    }

    public void copyFrom(Batches other) {
        if (members.length < other.count) {
            members = new int[other.members.length];
        }
        System.arraycopy(other.members, 0, members, 0, other.count);
        count = other.count;
    }

    /** Adds a placed operation; true when it joins others, so that machine and people are occupied already. */
    public boolean join(int operation) {
        boolean joins = loadAt(plan.startS[operation], operation) > 0;
        if (count == members.length) {
            members = Arrays.copyOf(members, 2 * count);
        }
        members[count++] = operation;
        return joins;
    }

    /** Takes an operation out; true when its batch goes on without it. */
    public boolean leave(int operation) {
        int at = 0;
        while (members[at] != operation) {
            at++;
        }
        members[at] = members[--count];
        return loadAt(plan.startS[operation], operation) > 0;
    }

    /** Whether batches below a load must wait. */
    public boolean hasRule() {
        return !rule.isNone();
    }

    /** From when on the operation could begin a batch of its own. */
    public long mayBeginS(int operation) {
        boolean waits = hasRule() && load(operation) < rule.minimumLoad();
        return waits ? plan.arrivalS(operation) + rule.maximumWaitS() : Long.MIN_VALUE;
    }

    /** Whether the batch of a placed operation begins too early for its load; fixed work may begin whenever it likes. */
    public boolean isUnderfilled(int operation) {
        if (!hasRule() || loadAt(plan.startS[operation], operation) >= rule.minimumLoad()) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            int member = members[i];
            if (isTogether(member, operation)
                    && (plan.isFixed(member) || plan.startS[member] >= plan.arrivalS(member) + rule.maximumWaitS())) {
                return false;
            }
        }
        return true;
    }

    /** Tells of all that share a batch with a placed operation, itself included. */
    public void eachTogether(int operation, IntConsumer each) {
        for (int i = 0; i < count; i++) {
            if (isTogether(members[i], operation)) {
                each.accept(members[i]);
            }
        }
    }

    private boolean isTogether(int member, int operation) {
        return plan.startS[member] == plan.startS[operation]
                && plan.endS[member] == plan.endS[operation]
                && isAlike(member, operation);
    }

    /** A member of the batch that ends first among those that begin in time and have room, or -1. */
    public int findOpen(int operation, long runS, long fromS) {
        int best = -1;
        for (int i = 0; i < count; i++) {
            int leader = members[i];
            boolean earlier = best < 0 || plan.endS[leader] < plan.endS[best];
            if (earlier
                    && plan.startS[leader] >= fromS
                    && plan.runEndS[leader] - plan.runStartS[leader] == runS
                    && isAlike(operation, leader)
                    && loadAt(plan.startS[leader], leader) + load(operation) <= capacity) {
                best = leader;
            }
        }
        return best;
    }

    /** The load of those that stand with an operation, itself included only when it is a member. */
    private int loadAt(long startS, int operation) {
        int load = 0;
        for (int i = 0; i < count; i++) {
            int member = members[i];
            if (plan.startS[member] == startS
                    && plan.endS[member] == plan.endS[operation]
                    && isAlike(member, operation)) {
                load += load(member);
            }
        }
        return load;
    }

    private boolean isAlike(int a, int b) {
        Operation one = plan.compiled.operations[a];
        Operation other = plan.compiled.operations[b];
        return one.setupS() == other.setupS()
                && one.unloadS() == other.unloadS()
                && one.runAttended() == other.runAttended()
                && Objects.equals(one.skill(), other.skill())
                && Objects.equals(one.family(), other.family());
    }

    private int load(int operation) {
        int[] machines = plan.compiled.modeMachine[operation];
        for (int mode = 0; mode < machines.length; mode++) {
            if (machines[mode] == machine) {
                return plan.compiled.operations[operation].modes().get(mode).load();
            }
        }
        return capacity;
    }
}
