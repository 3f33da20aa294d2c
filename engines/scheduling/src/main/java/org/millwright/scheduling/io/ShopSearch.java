package org.millwright.scheduling.io;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.millwright.scheduling.Budget;
import org.millwright.scheduling.makespan.FlexibleShop;
import org.millwright.scheduling.makespan.MakespanSearch;
import org.millwright.scheduling.makespan.ShopPlanOrder;
import org.millwright.scheduling.makespan.ShopTimes;
import org.millwright.scheduling.makespan.exact.ExactSearch;
import org.millwright.scheduling.tardiness.SequenceSearch;
import org.millwright.scheduling.tardiness.SetupPlan;
import org.millwright.scheduling.tardiness.bound.MachineTimeBound;
import org.millwright.scheduling.tardiness.shop.CostRule;
import org.millwright.scheduling.tardiness.shop.SetupShop;

/** Plans an instance with the search for its kind until the budget is spent or the lower bound is met. */
final class ShopSearch {
    private static final double NANOS = 1e-9;
    /** Share of the time in which a bound is sought for a plan that counts jobs. */
    private static final double BOUND_SHARE = 0.05;

    private static final int MOST_ROUNDS = 2_000;
    /** How many moves of each operation are as much work as a round of the bound, for budgets of steps. */
    private static final int MOVES_A_ROUND = 20;
    /** How many moves are as much work as a try of ruin and recreate, likewise. */
    private static final int MOVES_A_TRY = 10;

    private final ShopRules instance;
    private final ShopObjective objective;
    private final Budget budget;
    private final int threads;
    private final long seed;
    private final Consumer<ShopPlan.Better> progress;
    private final DoubleSupplier clockS;
    private final double startedS;
    private final long startedCpuNs = cpuNs();
    private final List<ShopPlan.Better> improvements = new ArrayList<>();

    /** @param clockS seconds as the budget counts them */
    ShopSearch(
            ShopRules instance,
            ShopObjective objective,
            Budget budget,
            int threads,
            long seed,
            DoubleSupplier clockS,
            Consumer<ShopPlan.Better> progress) {
        if (threads < 1) {
            throw new IllegalArgumentException("A search needs a thread at least, got %d.".formatted(threads));
        }
        this.instance = instance;
        this.objective = objective;
        this.budget = budget;
        this.threads = threads;
        this.seed = seed;
        this.progress = progress;
        this.clockS = clockS;
        startedS = clockS.getAsDouble();
    }

    ShopPlan run() {
        return switch (instance) {
            case ShopInstance shop -> shortest(shop);
            case SetupMatrixFormat setups -> withSetups(setups.name(), setups.toShop());
            case MicroFactoryFormat factory when objective.asksFurther() -> withGoals(factory);
            case MicroFactoryFormat factory -> withSetups(factory.name(), factory.shop());
            default -> throw new IllegalArgumentException("Unknown kind of instance: " + instance.getClass());
        };
    }

    /** What CP-SAT makes of the best rule's plan on its own. */
    ShopPlan runExact() {
        if (!(instance instanceof ShopInstance plain)) {
            throw new IllegalArgumentException("Only plain and flexible job shops have a whole model.");
        }
        var shop = new FlexibleShop(plain.machineCount(), plain.machinesOf(), plain.durationsOf());
        ShopPlanOrder rule = MakespanSearch.bestRule(shop);
        tell(rule.makespan());
        ExactSearch.Outcome outcome = new ExactSearch(shop, rule)
                .run(rule, threads, seed, () -> elapsedS() >= budget.seconds(), plan -> tell(plan.makespan()));
        return plan(shop, plain.name(), outcome.best(), Math.max(plain.lowerBound(), outcome.lowerBound()));
    }

    /** What no plan undercuts by the first level, sought for all of the time. */
    long runBound() {
        SetupShop shop = switch (instance) {
            case SetupMatrixFormat setups -> setups.toShop();
            case MicroFactoryFormat factory -> factory.shop();
            default -> throw new IllegalArgumentException("Only shops with due dates or setups have such a bound.");
        };
        CostRule rule = objective.rules().getFirst();
        SetupPlan rough = new SequenceSearch(shop, objective.rules(), seed, threads, 0, () -> 0, plan -> {}).run();
        long ofJobs = new MachineTimeBound(shop, rule, rough.end(), threads, seed)
                .ofJobs(() -> elapsedS() / Math.max(1e-9, budget.seconds()), Math.min(MOST_ROUNDS, budget.steps()));
        return shop.lowerBound(rule, ofJobs);
    }

    private ShopPlan shortest(ShopInstance plain) {
        var shop = new FlexibleShop(plain.machineCount(), plain.machinesOf(), plain.durationsOf());
        var search = new ShortestSearch(
                shop,
                Math.toIntExact(plain.lowerBound()),
                budget,
                threads,
                seed,
                this::elapsedS,
                plan -> tell(plan.makespan()));
        ShopPlanOrder best = search.run();
        return plan(shop, plain.name(), best, search.lowerBound());
    }

    private ShopPlan plan(FlexibleShop shop, String name, ShopPlanOrder best, long lowerBound) {
        var times = ShopTimes.of(shop, best);
        List<ShopPlan.Entry> entries =
                entries((job, i, v) -> new ShopPlan.Entry(job, i, times.machine(v), times.start(v), times.end(v)));
        return plan(name, levels(best.makespan()), levels(lowerBound).getFirst(), entries);
    }

    private ShopPlan withSetups(String name, SetupShop shop) {
        List<CostRule> levels = objective.rules();
        var search = new SequenceSearch(
                shop,
                levels,
                seed,
                threads,
                budget.steps(),
                () -> elapsedS() / Math.max(1e-9, budget.seconds() * (1 - boundShare(shop))),
                plan -> tell(plan.values().getFirst()));
        SetupPlan best = search.run();
        long ofJobs = boundOfJobs(shop, best);
        List<ShopPlan.Entry> entries = entries(
                (job, i, v) -> new ShopPlan.Entry(job, i, best.machine(v), best.start(v), best.end(v), best.setup(v)));
        return plan(name, best.values(), shop.lowerBound(levels.getFirst(), ofJobs), entries);
    }

    /** First by what sequences are searched for, then by everything that counts. */
    private ShopPlan withGoals(MicroFactoryFormat factory) {
        SetupShop shop = factory.shop();
        SetupPlan base = new SequenceSearch(
                        shop,
                        objective.ofSequences(factory).rules(),
                        seed,
                        threads,
                        Math.ceilDiv(budget.steps(), 2),
                        () -> elapsedS() / Math.max(1e-9, budget.seconds() / 2),
                        plan -> {})
                .run();
        List<List<ShopPlan.Entry>> best = new ArrayList<>();
        best.add(entries(
                (job, i, v) -> new ShopPlan.Entry(job, i, base.machine(v), base.start(v), base.end(v), base.setup(v))));
        tell(values(best.getLast()).getFirst());
        var polish = new FactoryPolish(factory, objective, best.getLast(), seed, better -> {
            best.add(better);
            tell(values(better).getFirst());
        });
        polish.run(budget.steps() / MOVES_A_TRY, () -> elapsedS() >= budget.seconds());
        CostRule first = ShopObjective.ruleOf(objective.levels().getFirst());
        return plan(factory.name(), values(best.getLast()), first == null ? 0 : shop.lowerBound(first), best.getLast());
    }

    private List<Long> values(List<ShopPlan.Entry> entries) {
        return ShopPlanValidator.values(instance, objective, entries);
    }

    /** None when there is too little time to gain anything. */
    private double boundShare(SetupShop shop) {
        boolean counts = objective.rules().getFirst().countsJobs();
        return counts && MachineTimeBound.isWorth(shop, threads, BOUND_SHARE * budget.seconds()) ? BOUND_SHARE : 0;
    }

    /** What the jobs of no plan undercut; 0 when there was no time for it, or nothing is left to gain. */
    private long boundOfJobs(SetupShop shop, SetupPlan best) {
        CostRule rule = objective.rules().getFirst();
        long rounds = Math.min(MOST_ROUNDS, budget.steps() / MOVES_A_ROUND / Math.max(1, shop.operationCount()));
        boolean proven = best.values().getFirst() <= shop.lowerBound(rule);
        double share = boundShare(shop);
        if (proven || share == 0 || rounds == 0) {
            return 0;
        }
        double begunS = elapsedS();
        double leftS = Math.max(1e-9, budget.seconds() - begunS);
        return new MachineTimeBound(shop, rule, best.end(), threads, seed)
                .ofJobs(() -> (elapsedS() - begunS) / leftS, rounds);
    }

    /** A plain shop can be judged by nothing but the makespan, with a factor at most. */
    private List<Long> levels(long makespan) {
        return objective.rules().stream()
                .map(rule -> rule.makespan() * makespan)
                .toList();
    }

    private ShopPlan plan(String name, List<Long> values, long lowerBound, List<ShopPlan.Entry> entries) {
        return new ShopPlan(
                name,
                objective.toString(),
                seed,
                values,
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
        return clockS.getAsDouble() - startedS;
    }

    /** Processor time of the whole program, all threads included. */
    private static long cpuNs() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
