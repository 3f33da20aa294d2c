package org.millwright.scheduling.tardiness.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.millwright.scheduling.tardiness.shop.CostRule;
import org.millwright.scheduling.tardiness.shop.SetupShop;

/**
 * Looks for good prices of machine time on a grid: a few jobs at a time choose their cheapest ways again, the others keep
 * what they chose last, and prices rise where machines are wanted more than they exist (the surrogate method of Bragin, Luh
 * and others, 2015). All prices of a kind of machine move together at first, each worth what its machine's speed is.
 */
final class CapacityPricing {
    private static final int JOBS_AT_A_TIME = 16;
    private static final int MOST_BATCHES = 48;

    /** A short delay as a share of the horizon. */
    private static final double DELAY_SHARE = 1.0 / 200;

    private final StartGrid grid;
    private final SetupShop shop;
    private final CostRule rule;
    private final MachinePrices prices;
    private final int[][][] table;
    private final List<JobPricing> pricings = new ArrayList<>();
    private final ExecutorService executor;
    private final SplittableRandom random;
    private final BooleanSupplier stop;
    private final int[] order;
    private final int[] modeOf;
    private final int[] cellOf;
    private final int[][] taken;
    private final int[] kindOf;
    private final double[] speed;
    private final double[] unit;
    private final double[][] kindPrice;
    private final double[] kindSpeed;
    private final double[] kindUnit;

    CapacityPricing(
            StartGrid grid,
            CostRule rule,
            Account account,
            MachinePrices prices,
            ExecutorService executor,
            int threads,
            SplittableRandom random,
            BooleanSupplier stop) {
        this.grid = grid;
        this.stop = stop;
        this.rule = rule;
        this.prices = prices;
        this.executor = executor;
        this.random = random;
        shop = grid.shop;
        table = prices.table(grid);
        for (int i = 0; i < threads; i++) {
            pricings.add(new JobPricing(grid, account, table));
        }
        order = new int[shop.jobCount];
        Arrays.setAll(order, job -> job);
        modeOf = new int[shop.operationCount];
        Arrays.fill(modeOf, -1);
        cellOf = new int[shop.operationCount];
        taken = new int[shop.machineCount][prices.buckets];
        kindOf = shop.kinds();
        speed = new double[shop.machineCount];
        unit = new double[shop.machineCount];
        measureMachines(account);
        int kinds = Arrays.stream(kindOf).max().orElse(-1) + 1;
        kindPrice = new double[kinds][prices.buckets];
        kindSpeed = new double[kinds];
        kindUnit = new double[kinds];
        for (int k = 0; k < kindOf.length; k++) {
            kindSpeed[kindOf[k]] += speed[k];
            kindUnit[kindOf[k]] = Math.max(kindUnit[kindOf[k]], unit[k]);
        }
    }

    /** Speeds against the best machine of each operation; steps of prices as the weight of a short delay by a tick's work. */
    private void measureMachines(Account account) {
        int[] modes = new int[shop.machineCount];
        long[] ticks = new long[shop.machineCount];
        for (int v = 0; v < shop.operationCount; v++) {
            int shortest = Integer.MAX_VALUE;
            for (int mode = shop.firstMode[v]; mode < shop.firstMode[v + 1]; mode++) {
                shortest = Math.min(shortest, grid.spanTicks[mode]);
            }
            for (int mode = shop.firstMode[v]; mode < shop.firstMode[v + 1]; mode++) {
                int k = shop.modeMachine[mode];
                modes[k]++;
                ticks[k] += grid.spanTicks[mode];
                speed[k] += Math.max(1.0, shortest) / Math.max(1, grid.spanTicks[mode]);
            }
        }
        double weight = rule.tardiness() * Arrays.stream(shop.weight).average().orElse(1);
        double delayCost = weight * grid.horizonTicks() * grid.tick * DELAY_SHARE + rule.lateJob() * 0.5;
        for (int k = 0; k < modes.length; k++) {
            speed[k] = modes[k] == 0 ? 1 : speed[k] / modes[k];
            unit[k] = delayCost * account.up() / account.down() * modes[k] / Math.max(1, ticks[k]);
        }
    }

    /** Takes over the prices of another search with the same prices of machines, whose grid differs. */
    void continueFrom(CapacityPricing other) {
        for (int kind = 0; kind < kindPrice.length; kind++) {
            System.arraycopy(other.kindPrice[kind], 0, kindPrice[kind], 0, prices.buckets);
        }
    }

    /** Every job chooses once, at the prices as they are. */
    void chooseAll() {
        prices.load(grid, table);
        renew(0, order.length);
    }

    /**
     * Every job chooses once, and prices change after every few of them.
     *
     * @param byKind whether machines of a kind change together
     * @param step how far prices go in a round, in short delays by the most batches
     */
    void round(boolean byKind, double step) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        int batches = Math.clamp(order.length / JOBS_AT_A_TIME, 1, MOST_BATCHES);
        double ofBatch = step * MOST_BATCHES / batches;
        for (int b = 0; b < batches; b++) {
            prices.load(grid, table);
            renew((int) ((long) order.length * b / batches), (int) ((long) order.length * (b + 1) / batches));
            if (byKind) {
                changeByKind(ofBatch);
            } else {
                changeEach(ofBatch);
            }
        }
    }

    private void renew(int from, int to) {
        for (int i = from; i < to; i++) {
            take(order[i], -1);
        }
        choose(from, to);
        for (int i = from; i < to; i++) {
            take(order[i], 1);
        }
    }

    private void choose(int from, int to) {
        var next = new AtomicInteger(from);
        List<Future<?>> running = new ArrayList<>();
        for (JobPricing pricing : pricings) {
            running.add(executor.submit(() -> {
                for (int i = next.getAndIncrement(); i < to && !stop.getAsBoolean(); i = next.getAndIncrement()) {
                    pricing.leastCost(rule, order[i]);
                    pricing.trace(order[i], modeOf, cellOf);
                }
            }));
        }
        Waiting.forAll(running);
    }

    private void take(int job, int sign) {
        int horizon = grid.horizonTicks();
        int width = prices.bucketTicks;
        for (int v = shop.firstOfJob[job]; v < shop.firstOfJob[job + 1]; v++) {
            if (modeOf[v] >= 0) {
                int[] row = taken[shop.modeMachine[modeOf[v]]];
                int begin = cellOf[v] * grid.ticksPerCell;
                int end = Math.min(horizon, begin + grid.spanTicks[modeOf[v]]);
                for (int b = begin / width; b * width < end; b++) {
                    row[b] += sign * (Math.min(end, (b + 1) * width) - Math.max(begin, b * width));
                }
            }
        }
    }

    private void changeEach(double step) {
        for (int k = 0; k < taken.length; k++) {
            double[] row = prices.price[k];
            for (int b = 0; b < prices.buckets; b++) {
                double excess = (double) taken[k][b] / prices.bucketTicks - 1;
                row[b] = Math.max(0, row[b] + step * unit[k] * excess);
            }
        }
    }

    private void changeByKind(double step) {
        double[] wanted = new double[kindSpeed.length];
        for (int b = 0; b < prices.buckets; b++) {
            Arrays.fill(wanted, 0);
            for (int k = 0; k < taken.length; k++) {
                wanted[kindOf[k]] += speed[k] * taken[k][b];
            }
            for (int kind = 0; kind < wanted.length; kind++) {
                double excess = wanted[kind] / kindSpeed[kind] / prices.bucketTicks - 1;
                kindPrice[kind][b] = Math.max(0, kindPrice[kind][b] + step * kindUnit[kind] * excess);
            }
            for (int k = 0; k < taken.length; k++) {
                prices.price[k][b] = speed[k] * kindPrice[kindOf[k]][b];
            }
        }
    }

    /** What the jobs cost at the prices as they are, less what all time is worth: no plan on the grid costs less. */
    long value() {
        prices.load(grid, table);
        var next = new AtomicInteger();
        long[] sums = new long[pricings.size()];
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            int number = i;
            running.add(executor.submit(() -> {
                for (int job = next.getAndIncrement();
                        job < shop.jobCount && !stop.getAsBoolean();
                        job = next.getAndIncrement()) {
                    sums[number] += pricings.get(number).leastCost(rule, job);
                }
            }));
        }
        Waiting.forAll(running);
        return Arrays.stream(sums).sum() - prices.worth(grid.horizonTicks());
    }
}
