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
import org.millwright.scheduling.tardiness.SequenceSearch;
import org.millwright.scheduling.tardiness.SetupPlan;
import org.millwright.scheduling.tardiness.SetupShop;

/** Plans an instance with the search for its kind until the budget is spent or the lower bound is met. */
final class ShopSearch {
    private static final double NANOS = 1e-9;

    private final ShopRules instance;
    private final Budget budget;
    private final int threads;
    private final long seed;
    private final Consumer<ShopPlan.Better> progress;
    private final long startedNs = System.nanoTime();
    private final long startedCpuNs = cpuNs();
    private final List<ShopPlan.Better> improvements = new ArrayList<>();

    ShopSearch(ShopRules instance, Budget budget, int threads, long seed, Consumer<ShopPlan.Better> progress) {
        this.instance = instance;
        this.budget = budget;
        this.threads = threads;
        this.seed = seed;
        this.progress = progress;
    }

    ShopPlan run() {
        return switch (instance) {
            case ShopInstance shop -> shortest(shop);
            case SetupMatrixFormat setups -> withSetups(setups.name(), setups.toShop());
            case MicroFactoryFormat factory -> withSetups(factory.name(), factory.shop());
            default -> throw new IllegalArgumentException("Unknown kind of instance: " + instance.getClass());
        };
    }

    private ShopPlan shortest(ShopInstance plain) {
        var shop = new FlexibleShop(plain.machineCount(), plain.machinesOf(), plain.durationsOf());
        int lowerBound = Math.toIntExact(plain.lowerBound());
        var search = new MakespanSearch(
                shop,
                MakespanSearch.Parameters.of(shop, seed, threads, budget.steps(), lowerBound),
                () -> elapsedS() >= budget.seconds(),
                plan -> tell(plan.makespan()));
        ShopPlanOrder best = search.run();
        var times = ShopTimes.of(shop, best);
        List<ShopPlan.Entry> entries =
                entries((job, i, v) -> new ShopPlan.Entry(job, i, times.machine(v), times.start(v), times.end(v)));
        return plan(plain.name(), best.makespan(), lowerBound, entries);
    }

    private ShopPlan withSetups(String name, SetupShop shop) {
        var search = new SequenceSearch(
                shop,
                seed,
                threads,
                budget.steps(),
                () -> elapsedS() / Math.max(1e-9, budget.seconds()),
                plan -> tell(plan.cost()));
        SetupPlan best = search.run();
        List<ShopPlan.Entry> entries = entries(
                (job, i, v) -> new ShopPlan.Entry(job, i, best.machine(v), best.start(v), best.end(v), best.setup(v)));
        return plan(name, best.cost(), shop.lowerBound(), entries);
    }

    private ShopPlan plan(String name, long value, long lowerBound, List<ShopPlan.Entry> entries) {
        return new ShopPlan(
                name,
                instance.objective(),
                seed,
                value,
                lowerBound,
                elapsedS(),
                (cpuNs() - startedCpuNs) * NANOS,
                entries,
                improvements);
    }

    private void tell(long value) {
        if (!improvements.isEmpty() && improvements.getLast().value() <= value) {
            return;
        }
        var better = new ShopPlan.Better(elapsedS(), value);
        improvements.add(better);
        progress.accept(better);
    }

    private interface EntryOf {
        ShopPlan.Entry of(int job, int operation, int number);
    }

    private List<ShopPlan.Entry> entries(EntryOf entryOf) {
        List<ShopPlan.Entry> entries = new ArrayList<>();
        for (int job = 0; job < instance.jobCount(); job++) {
            for (int i = 0; i < instance.operationsOf(job); i++) {
                entries.add(entryOf.of(job, i, entries.size()));
            }
        }
        return entries;
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
}
