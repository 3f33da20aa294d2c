package org.millwright.scheduling.io;

import java.util.Arrays;

/**
 * A (flexible) job shop: each job is a chain of operations, each operation runs on one of some machines. Everything is
 * numbered from 0.
 */
final class ShopInstance implements ShopRules {
    private final String name;
    private final int machineCount;
    private final int[][][] machinesOf;
    private final long[][][] durationsOf;

    /** Takes ownership of the arrays, which are indexed by job, operation and choice. */
    ShopInstance(String name, int machineCount, int[][][] machinesOf, long[][][] durationsOf) {
        this.name = name;
        this.machineCount = machineCount;
        this.machinesOf = machinesOf;
        this.durationsOf = durationsOf;
    }

    /** The file's name without its ending. */
    String name() {
        return name;
    }

    @Override
    public int machineCount() {
        return machineCount;
    }

    /** By job and operation, the machines it may run on; not to be changed. */
    int[][][] machinesOf() {
        return machinesOf;
    }

    /** How long it takes on each of them; not to be changed. */
    long[][][] durationsOf() {
        return durationsOf;
    }

    @Override
    public int jobCount() {
        return machinesOf.length;
    }

    @Override
    public int operationsOf(int job) {
        return machinesOf[job].length;
    }

    @Override
    public boolean allows(int job, int operation, int machine, long duration) {
        for (int c = 0; c < machinesOf[job][operation].length; c++) {
            if (machinesOf[job][operation][c] == machine && durationsOf[job][operation][c] == duration) {
                return true;
            }
        }
        return false;
    }

    int operationCount() {
        int count = 0;
        for (int[][] job : machinesOf) {
            count += job.length;
        }
        return count;
    }

    long shortest(int job, int operation) {
        long shortest = Long.MAX_VALUE;
        for (long duration : durationsOf[job][operation]) {
            shortest = Math.min(shortest, duration);
        }
        return shortest;
    }

    /**
     * A makespan that no plan can undercut: the longest job, the total work over all machines, and for each machine the
     * work that only it can do between the earliest such start and the shortest rest of a job after it.
     */
    long lowerBound() {
        long bound = 0;
        long total = 0;
        long[] forced = new long[machineCount];
        long[] head = new long[machineCount];
        long[] tail = new long[machineCount];
        Arrays.fill(head, Long.MAX_VALUE);
        Arrays.fill(tail, Long.MAX_VALUE);
        for (int job = 0; job < jobCount(); job++) {
            long length = 0;
            for (int operation = 0; operation < machinesOf[job].length; operation++) {
                length += shortest(job, operation);
            }
            bound = Math.max(bound, length);
            total += length;
            long before = 0;
            for (int operation = 0; operation < machinesOf[job].length; operation++) {
                long shortest = shortest(job, operation);
                if (machinesOf[job][operation].length == 1) {
                    int machine = machinesOf[job][operation][0];
                    forced[machine] += shortest;
                    head[machine] = Math.min(head[machine], before);
                    tail[machine] = Math.min(tail[machine], length - before - shortest);
                }
                before += shortest;
            }
        }
        for (int machine = 0; machine < machineCount; machine++) {
            if (forced[machine] > 0) {
                bound = Math.max(bound, head[machine] + forced[machine] + tail[machine]);
            }
        }
        return Math.max(bound, (total + machineCount - 1) / machineCount);
    }
}
