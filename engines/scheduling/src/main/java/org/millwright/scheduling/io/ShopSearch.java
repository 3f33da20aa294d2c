package org.millwright.scheduling.io;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.millwright.scheduling.Budget;

/** Several dispatch rules, then random changes of the best order, until the budget is spent or the bound is met. */
final class ShopSearch {
    private static final double NANOS = 1e-9;
    private static final double[] SPREADS = {1, 3, 10, 30};

    private final ShopInstance instance;
    private final Budget budget;
    private final long seed;
    private final Consumer<ShopPlan.Better> progress;
    private final ShopDispatch dispatch;
    private final SplittableRandom random;
    private final long startedNs = System.nanoTime();
    private final long startedCpuNs = cpuNs();
    private final long lowerBound;
    private final double[] keys;
    private final double[] bestKeys;
    private final List<ShopPlan.Entry> bestEntries = new ArrayList<>();
    private final List<ShopPlan.Better> improvements = new ArrayList<>();
    private long best = Long.MAX_VALUE;
    private long steps;

    ShopSearch(ShopInstance instance, Budget budget, long seed, Consumer<ShopPlan.Better> progress) {
        this.instance = instance;
        this.budget = budget;
        this.seed = seed;
        this.progress = progress;
        dispatch = new ShopDispatch(instance);
        random = new SplittableRandom(seed);
        lowerBound = instance.lowerBound();
        keys = new double[dispatch.sequence.length];
        bestKeys = new double[keys.length];
    }

    ShopPlan run() {
        for (int rule = 0; rule < 4 && (steps == 0 || !isOver()); rule++) {
            fillByRule(rule);
            build();
        }
        while (!isOver()) {
            shake();
            build();
        }
        return new ShopPlan(
                instance.name(),
                seed,
                best,
                lowerBound,
                elapsedS(),
                (cpuNs() - startedCpuNs) * NANOS,
                bestEntries,
                improvements);
    }

    private boolean isOver() {
        return steps >= budget.steps() || best == lowerBound || elapsedS() >= budget.seconds();
    }

    private double elapsedS() {
        return (System.nanoTime() - startedNs) * NANOS;
    }

    private static long cpuNs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Most work remaining, most operations remaining, shortest and longest processing time. */
    private void fillByRule(int rule) {
        for (int job = 0; job < instance.jobCount(); job++) {
            long rest = 0;
            for (int i = instance.machinesOf()[job].length - 1; i >= 0; i--) {
                long shortest = instance.shortest(job, i);
                rest += shortest;
                keys[dispatch.firstOf[job] + i] = switch (rule) {
                    case 0 -> -rest;
                    case 1 -> i - instance.machinesOf()[job].length;
                    case 2 -> shortest;
                    default -> -shortest;
                };
            }
        }
    }

    private void shake() {
        System.arraycopy(bestKeys, 0, keys, 0, keys.length);
        double spread = SPREADS[random.nextInt(SPREADS.length)] * Math.max(1, instance.jobCount() / 10.0);
        double share = random.nextInt(4) == 0 ? 1 : Math.min(1, 8.0 / keys.length);
        for (int i = 0; i < keys.length; i++) {
            if (random.nextDouble() < share) {
                keys[i] += spread * (2 * random.nextDouble() - 1);
            }
        }
    }

    /** Plans that are as good as the best replace it, so that the search can wander over plateaus. */
    private void build() {
        steps++;
        long value = dispatch.build(keys, best == Long.MAX_VALUE ? best : best + 1);
        if (value == Long.MAX_VALUE) {
            return;
        }
        for (int position = 0; position < keys.length; position++) {
            bestKeys[dispatch.sequence[position]] = position;
        }
        if (value < best) {
            best = value;
            keep();
            var better = new ShopPlan.Better(elapsedS(), value);
            improvements.add(better);
            progress.accept(better);
        }
    }

    private void keep() {
        bestEntries.clear();
        for (int job = 0; job < instance.jobCount(); job++) {
            for (int i = 0; i < instance.machinesOf()[job].length; i++) {
                int operation = dispatch.firstOf[job] + i;
                bestEntries.add(new ShopPlan.Entry(
                        job, i, dispatch.machine[operation], dispatch.start[operation], dispatch.end[operation]));
            }
        }
    }
}
