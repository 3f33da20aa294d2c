package org.millwright.scheduling.tardiness.bound;

import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.millwright.scheduling.tardiness.shop.CostRule;
import org.millwright.scheduling.tardiness.shop.SetupShop;

/**
 * How much less than the sum of all jobs alone no plan can be: machines sell their time at prices, each job buys the
 * cheapest way through the shop as if it were alone, and what all of them pay together, less what all machine time is
 * worth, is a bound whatever the prices are (the Lagrangian relaxation of machine capacity of Luh and Hoitomt, 1993).
 * Alternatives, releases, shifts and the least setup after each operation are kept exactly; only that two operations may
 * not share a machine is left to the prices.
 */
public final class MachineTimeBound {
    private static final double LONGEST = 5e8;
    private static final int MOST_TICKS = 20_000;
    private static final int QUICK_CELLS = 1_600;
    private static final int BUCKETS = 800;
    /** With fewer rounds prices are nowhere near. */
    private static final int FEWEST_ROUNDS = 30;
    /** Starts of operations that a thread prices in a second, at least. */
    private static final double PRICED_PER_S = 5e8;
    /** Prices end so much later than the plan that is known. */
    private static final double MARGIN = 1.05;

    private static final double BY_KIND_UNTIL = 0.8;
    private static final double KIND_STEP = 0.015;
    private static final double LAST_KIND_STEP = 0.0005;
    private static final double MACHINE_STEP = 0.0005;
    private static final double LAST_MACHINE_STEP = 0.00005;
    /** Until then prices are sought on a coarse grid. */
    private static final double QUICK_UNTIL = 0.5;

    private final SetupShop shop;
    private final Extents extents;
    private final CostRule rule;
    private final int horizon;
    private final int threads;
    private final long seed;

    /**
     * @param rule of its parts only those that count jobs can gain
     * @param planEnd about when a good plan ends; decides how good the bound is, not whether it holds
     */
    public MachineTimeBound(SetupShop shop, CostRule rule, int planEnd, int threads, long seed) {
        this(shop, Extents.of(shop), rule, planEnd, threads, seed);
    }

    /**
     * The same of a shop whose operations reach otherwise than they last.
     *
     * @param rule of its parts only those that count jobs can gain
     * @param planEnd about when a good plan ends
     */
    public MachineTimeBound(SetupShop shop, Extents extents, CostRule rule, int planEnd, int threads, long seed) {
        this.shop = shop;
        this.extents = extents;
        this.rule = rule;
        horizon = (int) Math.clamp(planEnd * MARGIN, 1.0, LONGEST);
        this.threads = threads;
        this.seed = seed;
    }

    /**
     * Whether so much time of all threads is enough for prices that are worth having, as a guess.
     *
     * @param seconds elapsed time
     */
    public static boolean isWorth(SetupShop shop, int threads, double seconds) {
        double starts = (double) shop.modeMachine.length * QUICK_CELLS;
        double rounds = seconds * PRICED_PER_S * threads / Math.max(1, starts);
        return rounds >= FEWEST_ROUNDS;
    }

    /**
     * A bound for the part of the cost that counts jobs.
     *
     * @param spent the share of the time that is over; the last jobs are priced when it is about 1
     * @param rounds at most so often all jobs choose
     */
    public long ofJobs(DoubleSupplier spent, long rounds) {
        return ofJobs(spent, rounds, () -> false);
    }

    /**
     * The same.
     *
     * @param stop asked between the pricings of two jobs; once it says yes, nothing is known and the answer 0
     */
    public long ofJobs(DoubleSupplier spent, long rounds, BooleanSupplier stop) {
        int tick = Math.ceilDiv(horizon, MOST_TICKS);
        int ticks = Math.ceilDiv(horizon, tick);
        int ticksPerCell = Math.max(1, ticks / QUICK_CELLS);
        ticks = Math.ceilDiv(ticks, ticksPerCell) * ticksPerCell;
        long largest = 0;
        for (int job = 0; job < shop.jobCount; job++) {
            largest = Math.max(largest, shop.costOf(rule, job, (int) Math.min(Integer.MAX_VALUE, (long) ticks * tick)));
        }
        Account account = Account.upTo(largest);
        var prices = new MachinePrices(shop.machineCount, ticks, Math.max(1, ticks / BUCKETS));
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            var random = new SplittableRandom(seed);
            var exact = new StartGrid(shop, extents, tick, 1, ticks);
            var last = new CapacityPricing(exact, rule, account, prices, executor, threads, random, stop);
            if (ticksPerCell > 1) {
                var quick = new StartGrid(shop, extents, tick, ticksPerCell, ticks);
                var first = new CapacityPricing(quick, rule, account, prices, executor, threads, random, stop);
                search(first, 0, QUICK_UNTIL, spent, rounds, stop);
                last.continueFrom(first);
            }
            search(last, ticksPerCell > 1 ? QUICK_UNTIL : 0, 1, spent, rounds, stop);
            long value = last.value();
            return stop.getAsBoolean() ? 0 : account.cost(value);
        }
    }

    /**
     * Goes on until a share of the time is over.
     *
     * @param begun the share at the beginning
     */
    private static void search(
            CapacityPricing pricing,
            double begun,
            double until,
            DoubleSupplier spent,
            long rounds,
            BooleanSupplier stop) {
        double atFirst = spent.getAsDouble();
        pricing.chooseAll();
        long ofStage = Math.max(1, Math.round(rounds * (until - begun)));
        for (long round = 0; round < ofStage && !stop.getAsBoolean(); round++) {
            double now = spent.getAsDouble();
            double ofRound = (now - atFirst) / (round + 1);
            double over =
                    Math.max((double) round / ofStage, (now - atFirst) / Math.max(1e-9, until - atFirst - ofRound));
            if (over >= 1) {
                return;
            }
            double share = begun + over * (until - begun);
            boolean byKind = share < BY_KIND_UNTIL;
            double step = byKind
                    ? between(KIND_STEP, LAST_KIND_STEP, share / BY_KIND_UNTIL)
                    : between(MACHINE_STEP, LAST_MACHINE_STEP, (share - BY_KIND_UNTIL) / (1 - BY_KIND_UNTIL));
            pricing.round(byKind, step);
        }
    }

    private static double between(double first, double last, double share) {
        return first * Math.pow(last / first, share);
    }
}
