package org.millwright.scheduling.io;

import java.util.Arrays;

/**
 * Builds active plans (Giffler and Thompson 1960): of the operations that could be next, those that compete for the
 * machine with the earliest possible completion; of these the one with the smallest key.
 */
final class ShopDispatch {
    final ShopInstance instance;
    /** First operation of each job in the flat numbering. */
    final int[] firstOf;

    final int[] machine;
    final long[] start;
    final long[] end;
    /** Flat operation numbers in the order in which they were planned. */
    final int[] sequence;

    private final long[] machineFree;
    private final long[] jobFree;
    private final int[] next;
    private final int[] choice;

    ShopDispatch(ShopInstance instance) {
        this.instance = instance;
        firstOf = new int[instance.jobCount() + 1];
        for (int job = 0; job < instance.jobCount(); job++) {
            firstOf[job + 1] = firstOf[job] + instance.machinesOf()[job].length;
        }
        int count = firstOf[instance.jobCount()];
        machine = new int[count];
        start = new long[count];
        end = new long[count];
        sequence = new int[count];
        machineFree = new long[instance.machineCount()];
        jobFree = new long[instance.jobCount()];
        next = new int[instance.jobCount()];
        choice = new int[instance.jobCount()];
    }

    /** Plans everything; smaller keys win. Gives up and returns {@link Long#MAX_VALUE} once {@code limit} is reached. */
    long build(double[] keys, long limit) {
        Arrays.fill(machineFree, 0);
        Arrays.fill(jobFree, 0);
        Arrays.fill(next, 0);
        for (int job = 0; job < next.length; job++) {
            choice[job] = fastest(job);
        }
        long makespan = 0;
        for (int planned = 0; planned < sequence.length; planned++) {
            int job = choose(keys);
            int operation = firstOf[job] + next[job];
            int taken = instance.machinesOf()[job][next[job]][choice[job]];
            sequence[planned] = operation;
            machine[operation] = taken;
            start[operation] = Math.max(jobFree[job], machineFree[taken]);
            end[operation] = start[operation] + instance.durationsOf()[job][next[job]][choice[job]];
            makespan = Math.max(makespan, end[operation]);
            if (makespan >= limit) {
                return Long.MAX_VALUE;
            }
            machineFree[taken] = end[operation];
            jobFree[job] = end[operation];
            next[job]++;
            for (int other = 0; other < next.length; other++) {
                if (other == job || wants(other, taken)) {
                    choice[other] = fastest(other);
                }
            }
        }
        return makespan;
    }

    private boolean isDone(int job) {
        return next[job] == instance.machinesOf()[job].length;
    }

    private int choose(double[] keys) {
        long earliest = Long.MAX_VALUE;
        int contested = -1;
        for (int job = 0; job < next.length; job++) {
            if (!isDone(job)) {
                long completion = completion(job, choice[job]);
                if (completion < earliest) {
                    earliest = completion;
                    contested = instance.machinesOf()[job][next[job]][choice[job]];
                }
            }
        }
        int best = -1;
        for (int job = 0; job < next.length; job++) {
            if (!isDone(job)
                    && instance.machinesOf()[job][next[job]][choice[job]] == contested
                    && (Math.max(jobFree[job], machineFree[contested]) < earliest
                            || completion(job, choice[job]) == earliest)
                    && (best < 0 || keys[firstOf[job] + next[job]] < keys[firstOf[best] + next[best]])) {
                best = job;
            }
        }
        return best;
    }

    private boolean wants(int job, int changedMachine) {
        return !isDone(job) && instance.machinesOf()[job][next[job]][choice[job]] == changedMachine;
    }

    private int fastest(int job) {
        if (isDone(job)) {
            return 0;
        }
        int best = 0;
        for (int c = 1; c < instance.machinesOf()[job][next[job]].length; c++) {
            if (completion(job, c) < completion(job, best)) {
                best = c;
            }
        }
        return best;
    }

    private long completion(int job, int c) {
        return Math.max(jobFree[job], machineFree[instance.machinesOf()[job][next[job]][c]])
                + instance.durationsOf()[job][next[job]][c];
    }
}
