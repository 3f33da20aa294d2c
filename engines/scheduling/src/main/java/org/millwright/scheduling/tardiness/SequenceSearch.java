package org.millwright.scheduling.tardiness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.millwright.scheduling.tardiness.shop.CostRule;
import org.millwright.scheduling.tardiness.shop.SetupShop;

/**
 * Plans a shop with setups: the best of a grid of dispatch rules is annealed by one or more threads. Threads go through
 * the same stages; on large problems the best of them is everybody's start of the next stage. An objective of several
 * levels is annealed level by level: what was reached on one is not given up on the next.
 *
 * <p>A stage of a step budget ends after a number of moves, so with the same seed and threads its result is the same.
 */
public final class SequenceSearch {
    private static final double[] SLACKS = {4, 2, 8, 16};
    private static final double[] SETUPS = {1.5, 0.7, 3};
    /** Share of the time until which rules are tuned before annealing begins. */
    private static final double TUNING_SHARE = 0.3;

    /** Temperatures and prices as shares of the mean cost of delaying a job by the mean duration of an operation. */
    private static final double HOT = 0.2;

    private static final double COLD = 0.002;
    private static final double MARGIN = 0.8;
    private static final double SETUP_PRICE = 0.02;
    private static final int LARGE = 2_000;
    private static final int STAGES = 12;

    private final SetupShop shop;
    private final List<CostRule> levels;
    private final long steps;
    private final int threads;
    private final DoubleSupplier spent;
    private final Consumer<SetupPlan> onImprovement;
    private final SplittableRandom random;
    private final double meanDuration;
    private boolean recomputing;
    private long moves;
    private double reported = Double.POSITIVE_INFINITY;

    /**
     * @param levels what a plan costs: the first decides, the next between plans equal by it, and so on
     * @param steps moves in all
     * @param spent the share of the time that is over; 1 and more stops the search
     * @param onImprovement told of every better plan, by one thread at a time
     */
    public SequenceSearch(
            SetupShop shop,
            List<CostRule> levels,
            long seed,
            int threads,
            long steps,
            DoubleSupplier spent,
            Consumer<SetupPlan> onImprovement) {
        this.shop = shop;
        this.levels = List.copyOf(levels);
        this.steps = steps;
        this.threads = threads;
        this.spent = spent;
        this.onImprovement = onImprovement;
        random = new SplittableRandom(seed);
        meanDuration = new DispatchSimulation(shop).meanDuration();
    }

    /**
     * From now on everything is recomputed after every move, which makes the search a hundred times slower; it fails when
     * something differs from what the moves made of it.
     */
    public SequenceSearch recomputingAlways() {
        recomputing = true;
        return this;
    }

    /** The best plan found; the first one is always built. */
    public SetupPlan run() {
        SequencePlan best = dispatch();
        List<AnnealingGoal.Cap> caps = new ArrayList<>();
        for (int level = 0; level < levels.size() && !isSpent(); level++) {
            double begun = spent.getAsDouble();
            double until = begun + (1 - begun) / (levels.size() - level);
            best = anneal(
                    best, new AnnealingGoal(levels.get(level), setupPrice(levels.get(level)), caps), begun, until);
            caps.add(new AnnealingGoal.Cap(levels.get(level), best.value(levels.get(level))));
        }
        return SetupPlan.of(best, levels);
    }

    /** Setups that do not count have a small price, because they take time from everything else. */
    private double setupPrice(CostRule rule) {
        return rule.setup() > 0 ? rule.setup() : SETUP_PRICE * meanWeight(rule);
    }

    /** Of a job's unit of time. */
    private double meanWeight(CostRule rule) {
        double ofJobs = rule.tardiness() == 0
                ? 0
                : rule.tardiness()
                        * Math.max(1e-3, Arrays.stream(shop.weight).average().orElse(1));
        return ofJobs + rule.makespan();
    }

    /** What delaying a job by an operation costs, about. */
    private double unit(CostRule rule) {
        return meanWeight(rule) * meanDuration + rule.lateJob() + rule.setup() * shop.meanSetup();
    }

    private SequencePlan anneal(SequencePlan start, AnnealingGoal goal, double begun, double until) {
        if (isSpent()) {
            return start;
        }
        double unit = unit(goal.rule());
        List<Annealing> annealings = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            var annealing = new Annealing(shop, random.split(), goal, Math.round(MARGIN * unit));
            annealing.start(start);
            if (recomputing) {
                annealing.recomputeAlways();
            }
            annealings.add(annealing);
        }
        long ofLevel = Math.ceilDiv(steps, levels.size());
        boolean isFirst = goal.caps().isEmpty();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            int stages = shop.operationCount > LARGE ? STAGES : 1;
            for (int stage = 1; stage <= stages; stage++) {
                double pause = (double) stage / stages;
                List<Future<?>> running = new ArrayList<>();
                for (Annealing annealing : annealings) {
                    running.add(executor.submit(() -> annealing.run(
                            () -> progress(annealing, ofLevel, begun, until),
                            pause,
                            HOT * unit,
                            COLD * unit,
                            isFirst ? () -> report(annealing) : () -> {})));
                }
                for (Future<?> one : running) {
                    one.get();
                }
                if (stage < stages) {
                    share(annealings);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A search thread failed.", failed.getCause());
        }
        SequencePlan best = start;
        for (Annealing annealing : annealings) {
            moves += annealing.moves();
            if (annealing.cost(annealing.best) < goal.costOf(best)) {
                best = annealing.best;
            }
        }
        return best;
    }

    /** Moves tried. */
    public long moves() {
        return moves;
    }

    private double progress(Annealing annealing, long ofLevel, double begun, double until) {
        double byTime = (spent.getAsDouble() - begun) / Math.max(1e-9, until - begun);
        double bySteps = (double) annealing.moves() * threads / ofLevel;
        return Math.max(byTime, bySteps);
    }

    private static void share(List<Annealing> annealings) {
        Annealing ahead = annealings.getFirst();
        for (Annealing annealing : annealings) {
            if (annealing.cost(annealing.plan) < ahead.cost(ahead.plan)) {
                ahead = annealing;
            }
        }
        for (Annealing annealing : annealings) {
            annealing.continueFrom(ahead.plan);
        }
    }

    private SequencePlan dispatch() {
        CostRule rule = levels.getFirst();
        double setupPrice = setupPrice(rule);
        var simulation = new DispatchSimulation(shop);
        var plan = new SequencePlan(shop, rule);
        var best = new SequencePlan(shop, rule);
        double bestCost = Double.POSITIVE_INFINITY;
        for (DispatchIndex index : indices()) {
            simulation.run(index);
            plan.load(simulation.machine, simulation.order);
            double cost = plan.cost + setupPrice * plan.setups;
            if (cost < bestCost) {
                bestCost = cost;
                best.copyFrom(plan);
                report(plan, cost);
            }
            if (isSpent()) {
                return best;
            }
        }
        if (rule.countsJobs()) {
            var tuning = new RuleTuning(shop, simulation, best, setupPrice, this::report);
            tuning.run(
                    Math.max(1, steps / Math.max(1, shop.operationCount)), () -> spent.getAsDouble() >= TUNING_SHARE);
        }
        return best;
    }

    private boolean isSpent() {
        return steps == 0 || spent.getAsDouble() >= 1;
    }

    private static List<DispatchIndex> indices() {
        List<DispatchIndex> indices = new ArrayList<>();
        for (double slack : SLACKS) {
            for (double setup : SETUPS) {
                indices.add(new DispatchIndex(DispatchIndex.Kind.ATCS, slack, setup));
            }
            indices.add(new DispatchIndex(DispatchIndex.Kind.ATC, slack, 1));
        }
        indices.add(new DispatchIndex(DispatchIndex.Kind.EDD, 1, 1));
        indices.add(new DispatchIndex(DispatchIndex.Kind.WSPT, 1, 1));
        return indices;
    }

    private void report(Annealing annealing) {
        report(annealing.best, annealing.cost(annealing.best));
    }

    private synchronized void report(SequencePlan plan, double cost) {
        if (cost < reported) {
            reported = cost;
            onImprovement.accept(SetupPlan.of(plan, levels));
        }
    }
}
