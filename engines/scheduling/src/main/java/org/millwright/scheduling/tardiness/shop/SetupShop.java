package org.millwright.scheduling.tardiness.shop;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flexible job shop with families, setups between them, releases, due dates and shifts, in flat arrays. Operations are
 * numbered through, job after job. Immutable by agreement: nobody writes into its arrays.
 */
public final class SetupShop {
    public final int machineCount;
    public final int jobCount;
    public final int operationCount;
    public final int[] firstOfJob;
    public final int[] jobOf;
    public final int[] firstMode;
    public final int[] modeMachine;
    public final int[] modeDuration;
    public final int[] release;
    public final int[] due;
    public final int[] weight;
    public final int[] family;
    public final int familyCount;
    /** By machine, then {@code before * familyCount + after}; machines of one kind share an array. */
    public final int[][] setup;
    /** By machine; null is open day and night. */
    public final @Nullable WeeklyShifts[] shifts;

    public final int[] shortest;

    /**
     * One operation as it is read.
     *
     * @param family what needs no or little setup after itself
     */
    public record Step(int family, List<Integer> machines, List<Integer> durations) {
        public Step {
            machines = List.copyOf(machines);
            durations = List.copyOf(durations);
        }
    }

    /** One job as it is read; its steps follow one another. */
    public record Order(int release, int due, int weight, List<Step> steps) {
        public Order {
            steps = List.copyOf(steps);
        }
    }

    /**
     * @param setup by machine, then {@code before * familyCount + after}
     * @param shifts by machine; null is open day and night
     */
    public SetupShop(List<Order> orders, int familyCount, int[][] setup, @Nullable WeeklyShifts[] shifts) {
        machineCount = setup.length;
        jobCount = orders.size();
        this.familyCount = familyCount;
        this.setup = setup;
        this.shifts = shifts;
        firstOfJob = new int[jobCount + 1];
        release = new int[jobCount];
        due = new int[jobCount];
        weight = new int[jobCount];
        int modes = 0;
        for (int job = 0; job < jobCount; job++) {
            Order order = orders.get(job);
            release[job] = order.release();
            due[job] = order.due();
            weight[job] = order.weight();
            firstOfJob[job + 1] = firstOfJob[job] + order.steps().size();
            for (Step step : order.steps()) {
                modes += step.machines().size();
            }
        }
        operationCount = firstOfJob[jobCount];
        jobOf = new int[operationCount];
        family = new int[operationCount];
        shortest = new int[operationCount];
        firstMode = new int[operationCount + 1];
        modeMachine = new int[modes];
        modeDuration = new int[modes];
        int v = 0;
        int mode = 0;
        for (int job = 0; job < jobCount; job++) {
            for (Step step : orders.get(job).steps()) {
                jobOf[v] = job;
                family[v] = step.family();
                shortest[v] = Integer.MAX_VALUE;
                for (int c = 0; c < step.machines().size(); c++, mode++) {
                    modeMachine[mode] = step.machines().get(c);
                    modeDuration[mode] = step.durations().get(c);
                    shortest[v] = Math.min(shortest[v], step.durations().get(c));
                }
                firstMode[++v] = mode;
            }
        }
    }

    public int operationCount() {
        return operationCount;
    }

    /** Time between two operations that follow each other on a machine; none before the first. */
    public int setupBetween(int machine, int before, int after) {
        return before < 0 ? 0 : setup[machine][family[before] * familyCount + family[after]];
    }

    /** The earliest start on a machine at or after a time. */
    public int fit(int machine, int from, int duration) {
        WeeklyShifts open = shifts[machine];
        return open == null ? from : open.earliestStart(from, duration);
    }

    /** Over all pairs of families on all machines. */
    public double meanSetup() {
        long total = 0;
        long pairs = 0;
        for (int[] ofMachine : setup) {
            for (int time : ofMachine) {
                total += time;
            }
            pairs += ofMachine.length;
        }
        return pairs == 0 ? 0 : (double) total / pairs;
    }

    public int modeOn(int operation, int machine) {
        for (int mode = firstMode[operation]; mode < firstMode[operation + 1]; mode++) {
            if (modeMachine[mode] == machine) {
                return mode;
            }
        }
        throw new IllegalArgumentException("Operation %d cannot run on machine %d.".formatted(operation, machine));
    }

    /**
     * Numbers of kinds by machine: machines that can do the same operation are of one kind, and so are those that are so by
     * way of others.
     */
    public int[] kinds() {
        int[] root = new int[machineCount];
        Arrays.setAll(root, k -> k);
        for (int v = 0; v < operationCount; v++) {
            int first = find(root, modeMachine[firstMode[v]]);
            for (int mode = firstMode[v] + 1; mode < firstMode[v + 1]; mode++) {
                root[find(root, modeMachine[mode])] = first;
            }
        }
        int found = 0;
        int[] number = new int[root.length];
        Arrays.fill(number, -1);
        int[] kinds = new int[root.length];
        for (int k = 0; k < root.length; k++) {
            int r = find(root, k);
            if (number[r] < 0) {
                number[r] = found++;
            }
            kinds[k] = number[r];
        }
        return kinds;
    }

    private static int find(int[] root, int k) {
        int r = k;
        while (root[r] != r) {
            r = root[r];
        }
        return r;
    }

    public boolean isFirst(int operation) {
        return firstOfJob[jobOf[operation]] == operation;
    }

    public boolean isLast(int operation) {
        return firstOfJob[jobOf[operation] + 1] == operation + 1;
    }

    /** What a job costs when its last operation ends then, its share of makespan and setups left out. */
    public long costOf(CostRule rule, int job, int completion) {
        return completion <= due[job] ? 0 : rule.tardiness() * weight[job] * (completion - due[job]) + rule.lateJob();
    }

    /**
     * What no plan undercuts: each job alone, on the best machine at every step, shifts kept, no setups; for the makespan
     * also the work over all machines.
     */
    public long lowerBound(CostRule rule) {
        return lowerBound(rule, 0);
    }

    /**
     * The same with a better bound for the part of the cost that counts jobs.
     *
     * @param ofJobs what no plan's jobs together undercut by that part
     */
    public long lowerBound(CostRule rule, long ofJobs) {
        long sum = 0;
        long longest = 0;
        long work = 0;
        for (int job = 0; job < jobCount; job++) {
            sum += unavoidableCost(rule, job);
            longest = Math.max(longest, earliestCompletion(job));
            for (int v = firstOfJob[job]; v < firstOfJob[job + 1]; v++) {
                work += shortest[v];
            }
        }
        long makespan = Math.max(longest, Math.ceilDiv(work, Math.max(1, machineCount)));
        return Math.max(sum, ofJobs) + rule.makespan() * makespan;
    }

    /** What a job costs when it is alone in the shop. */
    public long unavoidableCost(CostRule rule, int job) {
        return costOf(rule, job, earliestCompletion(job));
    }

    private int earliestCompletion(int job) {
        int ready = release[job];
        for (int v = firstOfJob[job]; v < firstOfJob[job + 1]; v++) {
            int end = Integer.MAX_VALUE;
            for (int mode = firstMode[v]; mode < firstMode[v + 1]; mode++) {
                end = Math.min(end, fit(modeMachine[mode], ready, modeDuration[mode]) + modeDuration[mode]);
            }
            ready = end;
        }
        return ready;
    }
}
