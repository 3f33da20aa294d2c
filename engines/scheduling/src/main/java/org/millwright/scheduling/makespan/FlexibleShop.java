package org.millwright.scheduling.makespan;

/**
 * A flexible job shop in flat arrays. Operations are numbered through, job after job; the modes of operation {@code v}
 * are {@code firstMode[v] .. firstMode[v + 1] - 1}. Immutable by agreement: nobody writes into its arrays.
 */
public final class FlexibleShop {
    /** Longer plans would overflow the arithmetic of the search. */
    public static final long LONGEST = 1_000_000_000;

    public final int machineCount;
    public final int jobCount;
    public final int operationCount;
    /** First operation of each job, and the number of operations at the end. */
    public final int[] firstOfJob;

    public final int[] jobOf;
    public final int[] firstMode;
    public final int[] modeMachine;
    public final int[] modeDuration;
    /** Operation before and after in the job, or -1. */
    public final int[] jobPrevious;

    public final int[] jobNext;
    public final int[] shortest;
    public final boolean flexible;

    /**
     * @param machines by job, operation and choice
     * @param durations in the same order
     * @throws IllegalArgumentException when all work one after the other would last longer than {@link #LONGEST}
     */
    public FlexibleShop(int machineCount, int[][][] machines, long[][][] durations) {
        this.machineCount = machineCount;
        jobCount = machines.length;
        firstOfJob = new int[jobCount + 1];
        int modes = 0;
        for (int job = 0; job < jobCount; job++) {
            firstOfJob[job + 1] = firstOfJob[job] + machines[job].length;
            for (int[] choices : machines[job]) {
                modes += choices.length;
            }
        }
        operationCount = firstOfJob[jobCount];
        jobOf = new int[operationCount];
        firstMode = new int[operationCount + 1];
        modeMachine = new int[modes];
        modeDuration = new int[modes];
        jobPrevious = new int[operationCount];
        jobNext = new int[operationCount];
        shortest = new int[operationCount];
        long total = 0;
        int mode = 0;
        for (int v = 0, job = 0; job < jobCount; job++) {
            for (int i = 0; i < machines[job].length; i++, v++) {
                jobOf[v] = job;
                jobPrevious[v] = i == 0 ? -1 : v - 1;
                jobNext[v] = i == machines[job].length - 1 ? -1 : v + 1;
                long longest = 0;
                long least = Long.MAX_VALUE;
                for (int c = 0; c < machines[job][i].length; c++, mode++) {
                    modeMachine[mode] = machines[job][i][c];
                    modeDuration[mode] = (int) Math.min(LONGEST, durations[job][i][c]);
                    longest = Math.max(longest, durations[job][i][c]);
                    least = Math.min(least, durations[job][i][c]);
                }
                firstMode[v + 1] = mode;
                shortest[v] = (int) Math.min(LONGEST, least);
                total += longest;
            }
        }
        if (total > LONGEST) {
            throw new IllegalArgumentException(
                    "All work one after the other lasts %d, more than %d. Maybe a coarser unit of time helps?"
                            .formatted(total, LONGEST));
        }
        flexible = modes > operationCount;
    }

    public int operationCount() {
        return operationCount;
    }

    /** Whether any operation has a choice of machines. */
    public boolean isFlexible() {
        return flexible;
    }

    /** How long an operation takes on a machine that it may run on. */
    int durationOn(int operation, int machine) {
        for (int mode = firstMode[operation]; mode < firstMode[operation + 1]; mode++) {
            if (modeMachine[mode] == machine) {
                return modeDuration[mode];
            }
        }
        throw new IllegalArgumentException("Operation %d cannot run on machine %d.".formatted(operation, machine));
    }
}
