package org.millwright.scheduling.io;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.millwright.scheduling.Budget;
import org.millwright.scheduling.makespan.FlexibleShop;
import org.millwright.scheduling.makespan.MakespanSearch;
import org.millwright.scheduling.makespan.ShopPlanOrder;
import org.millwright.scheduling.makespan.ShopTimes;

/** Plans a job shop for the shortest makespan until the budget is spent or the lower bound is met. */
final class ShopSearch {
    private static final double NANOS = 1e-9;

    private final ShopInstance instance;
    private final Budget budget;
    private final int threads;
    private final long seed;
    private final Consumer<ShopPlan.Better> progress;
    private final long startedNs = System.nanoTime();
    private final long startedCpuNs = cpuNs();
    private final List<ShopPlan.Better> improvements = new ArrayList<>();

    ShopSearch(ShopInstance instance, Budget budget, int threads, long seed, Consumer<ShopPlan.Better> progress) {
        this.instance = instance;
        this.budget = budget;
        this.threads = threads;
        this.seed = seed;
        this.progress = progress;
    }

    ShopPlan run() {
        var shop = new FlexibleShop(instance.machineCount(), instance.machinesOf(), instance.durationsOf());
        int lowerBound = Math.toIntExact(instance.lowerBound());
        var search = new MakespanSearch(
                shop,
                MakespanSearch.Parameters.of(shop, seed, threads, budget.steps(), lowerBound),
                () -> elapsedS() >= budget.seconds(),
                this::tell);
        ShopPlanOrder best = search.run();
        return new ShopPlan(
                instance.name(),
                seed,
                best.makespan(),
                lowerBound,
                elapsedS(),
                (cpuNs() - startedCpuNs) * NANOS,
                entries(shop, best),
                improvements);
    }

    private void tell(ShopPlanOrder plan) {
        var better = new ShopPlan.Better(elapsedS(), plan.makespan());
        improvements.add(better);
        progress.accept(better);
    }

    private double elapsedS() {
        return (System.nanoTime() - startedNs) * NANOS;
    }

    /** Processor time of the whole program, all threads included. */
    private static long cpuNs() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private List<ShopPlan.Entry> entries(FlexibleShop shop, ShopPlanOrder best) {
        var times = ShopTimes.of(shop, best);
        List<ShopPlan.Entry> entries = new ArrayList<>(shop.operationCount());
        int operation = 0;
        for (int job = 0; job < instance.jobCount(); job++) {
            for (int i = 0; i < instance.machinesOf()[job].length; i++, operation++) {
                entries.add(new ShopPlan.Entry(
                        job, i, times.machine(operation), times.start(operation), times.end(operation)));
            }
        }
        return entries;
    }
}
