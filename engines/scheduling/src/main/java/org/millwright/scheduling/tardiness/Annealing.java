package org.millwright.scheduling.tardiness;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.millwright.scheduling.tardiness.shop.SetupShop;

/**
 * Simulated annealing over machine sequences. Half of the moves take an operation on the chain that makes a tardy job
 * tardy, or the one before it on its machine; the others shift any operation, send it to another machine, or put it next
 * to one of its family; half of them take what follows in the job with them. Tardy jobs are drawn in proportion to what they cost.
 */
final class Annealing {
    private static final int LONGEST_CHAIN = 80;
    private static final int FAMILY_REACH = 12;
    private static final int PULL = 3;
    private static final int CHAIN = 5;
    private static final int RANDOM = 9;
    private static final int REFRESH = 2_000;

    private final SetupShop shop;
    private final SplittableRandom random;
    final SequencePlan plan;
    final SequencePlan best;
    private final AnnealingGoal goal;
    private final int[] tardyJobs;
    private final double[] tardyUpTo;
    private final long[] unavoidable;
    private final JobShift shift;
    private final int[] chain = new int[LONGEST_CHAIN];
    private boolean recomputing;
    private int tardyCount;
    private final long margin;
    private double bestCost;
    private long moves;

    private int toMachine;
    private int toPlace;
    private int toDuration;

    /**
     * @param goal what is to become less, and what must not become more
     * @param margin how much worse than allowed a half judged move may look before it is given up
     */
    Annealing(SetupShop shop, SplittableRandom random, AnnealingGoal goal, long margin) {
        this.shop = shop;
        this.goal = goal;
        this.random = random;
        this.margin = margin;
        plan = new SequencePlan(shop, goal.rule());
        shift = new JobShift(plan, random);
        best = new SequencePlan(shop, goal.rule());
        tardyJobs = new int[shop.jobCount];
        tardyUpTo = new double[shop.jobCount];
        unavoidable = new long[shop.jobCount];
        for (int job = 0; job < shop.jobCount; job++) {
            unavoidable[job] = shop.unavoidableCost(goal.rule(), job);
        }
    }

    /** From now on everything is recomputed after every move, and a difference ends the search. */
    void recomputeAlways() {
        recomputing = true;
    }

    /** Moves tried so far. */
    long moves() {
        return moves;
    }

    double cost(SequencePlan judged) {
        return goal.cost(judged);
    }

    /** Takes over a plan, also as the best. */
    void start(SequencePlan from) {
        plan.copyFrom(from);
        best.copyFrom(from);
        bestCost = cost(best);
    }

    /** Goes on from another plan; the best is kept. */
    void continueFrom(SequencePlan other) {
        if (other != plan) {
            plan.copyFrom(other);
        }
    }

    /**
     * Anneals until the progress reaches an end.
     *
     * @param progress from 0 to 1, asked now and then
     * @param until progress at which to pause
     * @param hot temperature at progress 0, in units of cost
     * @param cold temperature at progress 1
     */
    void run(DoubleSupplier progress, double until, double hot, double cold, Runnable onBetter) {
        double current = cost(plan);
        while (true) {
            double done = progress.getAsDouble();
            if (done >= until) {
                return;
            }
            double temperature = hot * Math.pow(cold / hot, done);
            refreshTardy();
            for (int i = 0; i < REFRESH; i++) {
                moves++;
                double allowed = current - temperature * Math.log(1 - random.nextDouble());
                if (!propose(allowed)) {
                    continue;
                }
                double cost = cost(plan);
                if (cost <= allowed && goal.holdsCaps(plan)) {
                    current = cost;
                } else {
                    plan.undo();
                }
                if (recomputing) {
                    requireConsistent();
                }
            }
            assert plan.isConsistent() : "The plan is out of step after move " + moves;
            if (current < bestCost) {
                bestCost = current;
                best.copyFrom(plan);
                onBetter.run();
            }
        }
    }

    private void requireConsistent() {
        if (!plan.isConsistent()) {
            throw new IllegalStateException("The plan is out of step after move %d.".formatted(moves));
        }
    }

    private boolean propose(double allowed) {
        plan.begin();
        int kind = tardyCount == 0 ? RANDOM : random.nextInt(RANDOM + 1);
        if (kind < PULL) {
            return pull(tardyJobs[drawTardy()], (long) allowed + margin);
        }
        int v = kind < CHAIN ? onTardyChain() : random.nextInt(shop.operationCount);
        if (v < 0) {
            return false;
        }
        boolean withJob = !shop.isLast(v) && random.nextBoolean();
        if (withJob && random.nextBoolean()) {
            return shift.putOff(v);
        }
        if (!choosePlace(v)) {
            return false;
        }
        int last = shop.firstOfJob[shop.jobOf[v] + 1] - 1;
        long limit = (long) allowed + plan.atStake(last) + margin;
        return withJob
                ? shift.move(v, toMachine, toPlace, toDuration, limit)
                : plan.tryMove(v, toMachine, toPlace, toDuration, limit);
    }

    /** Puts operations of a job, one after the other, where they are complete first, before others that wait there. */
    private boolean pull(int job, long allowed) {
        int first = shop.firstOfJob[job];
        int last = shop.firstOfJob[job + 1] - 1;
        long limit = allowed + plan.atStake(last);
        boolean changed = false;
        for (int v = first; v <= last; v++) {
            if (plan.start[v] <= plan.ready(v)) {
                continue;
            }
            if (choosePull(v)) {
                changed |= plan.tryMove(v, toMachine, toPlace, toDuration, limit);
                if (plan.cost > limit) {
                    return true;
                }
            }
        }
        return changed;
    }

    private boolean choosePull(int v) {
        int ready = plan.ready(v);
        int bestEnd = plan.end[v];
        boolean found = false;
        int patience = random.nextInt(3) == 0 ? random.nextInt(3) : 0;
        for (int mode = shop.firstMode[v]; mode < shop.firstMode[v + 1]; mode++) {
            int k = shop.modeMachine[mode];
            int at = plan.placeAt(k, ready) + patience;
            boolean own = k == plan.machine[v];
            if (own && at > plan.place[v]) {
                continue;
            }
            at = Math.min(at, plan.length[k]);
            int a = at == 0 ? -1 : plan.sequence[k][at - 1];
            int from = a < 0 ? ready : Math.max(ready, plan.end[a] + shop.setupBetween(k, a, v));
            int end = shop.fit(k, from, shop.modeDuration[mode]) + shop.modeDuration[mode];
            if (end < bestEnd || (end == bestEnd && random.nextInt(3) == 0)) {
                bestEnd = end;
                toMachine = k;
                toPlace = at;
                toDuration = shop.modeDuration[mode];
                found = true;
            }
        }
        return found;
    }

    private boolean choosePlace(int v) {
        int kind = random.nextInt(4);
        if (kind == 0) {
            return shift(v);
        }
        int mode = shop.firstMode[v] + random.nextInt(shop.firstMode[v + 1] - shop.firstMode[v]);
        int k = shop.modeMachine[mode];
        toMachine = k;
        toDuration = shop.modeDuration[mode];
        if (kind == 1) {
            return besideFamily(v, k);
        }
        int around = plan.placeAt(k, kind == 2 ? plan.ready(v) : plan.start[v]);
        int room = plan.length[k] - (k == plan.machine[v] ? 1 : 0);
        toPlace = Math.clamp(around + random.nextInt(4) - 2L, 0, room);
        return true;
    }

    /** A few places to the left or right. */
    private boolean shift(int v) {
        int k = plan.machine[v];
        int by = 1;
        while (by < 8 && random.nextInt(3) > 0) {
            by++;
        }
        toMachine = k;
        toDuration = plan.duration[v];
        toPlace = Math.clamp(plan.place[v] + (random.nextBoolean() ? by : -by), 0, plan.length[k] - 1);
        return toPlace != plan.place[v];
    }

    /** Right after or before the nearest operation of the same family. */
    private boolean besideFamily(int v, int k) {
        int around = plan.placeAt(k, plan.start[v]);
        int offset = random.nextInt(FAMILY_REACH);
        for (int i = 0; i < FAMILY_REACH; i++) {
            int distance = (i + offset) % FAMILY_REACH;
            int at = random.nextBoolean() ? around + distance : around - distance;
            if (at >= 0 && at < plan.length[k]) {
                int other = plan.sequence[k][at];
                if (other != v && shop.family[other] == shop.family[v]) {
                    toPlace = at + random.nextInt(2);
                    if (k == plan.machine[v] && plan.place[v] < at) {
                        toPlace--;
                    }
                    return true;
                }
            }
        }
        return false;
    }

    /** An operation that waits for its machine on the chain that decides when a tardy job ends, or the one before it. */
    private int onTardyChain() {
        int v = shop.firstOfJob[tardyJobs[drawTardy()] + 1] - 1;
        int found = 0;
        for (int step = 0; step < LONGEST_CHAIN && v >= 0; step++) {
            int a = plan.before(v);
            boolean waits = a >= 0 && plan.start[v] > shop.fit(plan.machine[v], plan.ready(v), plan.duration[v]);
            if (waits) {
                chain[found++] = v;
                v = a;
            } else {
                v = shop.isFirst(v) ? -1 : v - 1;
            }
        }
        if (found == 0) {
            return -1;
        }
        int chosen = chain[random.nextInt(found)];
        return random.nextInt(3) == 0 ? plan.before(chosen) : chosen;
    }

    private int drawTardy() {
        double left = random.nextDouble() * tardyUpTo[tardyCount - 1];
        int low = 0;
        int high = tardyCount - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tardyUpTo[middle] < left) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void refreshTardy() {
        tardyCount = 0;
        double sum = 0;
        for (int job = 0; job < shop.jobCount; job++) {
            int last = shop.firstOfJob[job + 1] - 1;
            long cost = plan.costOf(last, plan.end[last])
                    - unavoidable[job]
                    + (plan.decidesMakespan(last) ? goal.rule().makespan() : 0);
            if (cost > 0) {
                sum += Math.sqrt((double) cost);
                tardyJobs[tardyCount] = job;
                tardyUpTo[tardyCount++] = sum;
            }
        }
    }
}
