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

/**
 * Plans a shop with setups: the best of a grid of dispatch rules is annealed by one or more threads. Threads go through
 * the same stages; on large problems the best of them is everybody's start of the next stage.
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
    private final long steps;
    private final int threads;
    private final DoubleSupplier spent;
    private final Consumer<SetupPlan> onImprovement;
    private final SplittableRandom random;
    private final double unit;
    private final double meanWeight;
    private final double setupPrice;
    private long moves;
    private double reported = Double.POSITIVE_INFINITY;

    /**
     * @param steps moves in all
     * @param spent the share of the time that is over; 1 and more stops the search
     * @param onImprovement told of every better plan, by one thread at a time
     */
    public SequenceSearch(
            SetupShop shop,
            long seed,
            int threads,
            long steps,
            DoubleSupplier spent,
            Consumer<SetupPlan> onImprovement) {
        this.shop = shop;
        this.steps = steps;
        this.threads = threads;
        this.spent = spent;
        this.onImprovement = onImprovement;
        random = new SplittableRandom(seed);
        meanWeight = shop.makespan
                ? 1
                : Math.max(1e-3, Arrays.stream(shop.weight).average().orElse(1));
        unit = meanWeight * new DispatchSimulation(shop).meanDuration();
        setupPrice = SETUP_PRICE * meanWeight;
    }

    /** The best plan found; the first one is always built. */
    public SetupPlan run() {
        SequencePlan best = dispatch();
        if (steps == 0 || spent.getAsDouble() >= 1) {
            return SetupPlan.of(best);
        }
        List<Annealing> annealings = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            var annealing = new Annealing(shop, random.split(), setupPrice, Math.round(MARGIN * unit));
            annealing.start(best);
            annealings.add(annealing);
        }
        double begun = spent.getAsDouble();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            int stages = shop.operationCount > LARGE ? STAGES : 1;
            for (int stage = 1; stage <= stages; stage++) {
                double until = (double) stage / stages;
                List<Future<?>> running = new ArrayList<>();
                for (Annealing annealing : annealings) {
                    running.add(executor.submit(() -> annealing.run(
                            () -> progress(annealing, begun),
                            until,
                            HOT * unit,
                            COLD * unit,
                            () -> report(annealing))));
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
        for (Annealing annealing : annealings) {
            moves += annealing.moves();
            if (annealing.cost(annealing.best) < annealings.getFirst().cost(best)) {
                best = annealing.best;
            }
        }
        return SetupPlan.of(best);
    }

    /** Moves tried. */
    public long moves() {
        return moves;
    }

    private double progress(Annealing annealing, double begun) {
        double byTime = (spent.getAsDouble() - begun) / Math.max(1e-9, 1 - begun);
        double bySteps = (double) annealing.moves() * threads / steps;
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
        var simulation = new DispatchSimulation(shop);
        var plan = new SequencePlan(shop);
        var best = new SequencePlan(shop);
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
        if (!shop.makespan) {
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
            onImprovement.accept(SetupPlan.of(plan));
        }
    }
}
