package org.millwright.scheduling.makespan;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.makespan.tabu.TabuSearch;

/**
 * Minimises the makespan of a flexible job shop: plans by dispatch rules, each improved by tabu search, form a
 * population; then, round after round, tabu search starts between two of its members.
 *
 * <p>Rounds make the result independent of the speed of threads: each thread's share of a round is fixed beforehand, and
 * outcomes enter the population in a fixed order. With the same seed, threads and iterations the plan is the same.
 */
public final class MakespanSearch {
    private final FlexibleShop shop;
    private final Parameters parameters;
    private final Incumbent incumbent;
    private final BooleanSupplier stop;
    private final List<Worker> workers = new ArrayList<>();
    private final Population population;
    private final SplittableRandom random;
    private long iterations;
    private @Nullable ShopPlanOrder best;

    /**
     * @param seed of every random choice
     * @param threads how many tabu searches run at a time
     * @param iterations of tabu search in all; the round in which they are spent is finished
     * @param lowerBound a makespan that no plan undercuts; the search ends when it is met
     * @param patience iterations of one tabu search without a better plan
     * @param populationSize plans kept, at least 2
     */
    public record Parameters(
            long seed, int threads, long iterations, int lowerBound, int patience, int populationSize) {
        /** What has proved itself over the size of problems. */
        public static Parameters of(FlexibleShop shop, long seed, int threads, long iterations, int lowerBound) {
            return new Parameters(seed, threads, iterations, lowerBound, 5_000, 10);
        }
    }

    private final class Worker {
        final SplittableRandom own;
        final TabuSearch tabu;
        final Relinking relinking;

        Worker(SplittableRandom own) {
            this.own = own;
            tabu = new TabuSearch(shop, own, incumbent);
            relinking = new Relinking(shop);
        }

        ShopPlanOrder improve(ShopPlanOrder plan) {
            return tabu.run(plan.machine(), plan.order(), parameters.patience, parameters.lowerBound, stop);
        }

        ShopPlanOrder between(ShopPlanOrder a, ShopPlanOrder b) {
            relinking.between(a, b, 0.3 + 0.4 * own.nextDouble(), own);
            return tabu.run(relinking.machine, relinking.order, parameters.patience, parameters.lowerBound, stop);
        }
    }

    public MakespanSearch(
            FlexibleShop shop, Parameters parameters, BooleanSupplier stop, Consumer<ShopPlanOrder> onImprovement) {
        this.shop = shop;
        this.parameters = parameters;
        incumbent = new Incumbent(onImprovement);
        // Whether another thread is done already depends on the speed of threads, so a budget of iterations ignores it.
        boolean byIterations = parameters.iterations < Long.MAX_VALUE;
        this.stop = () -> stop.getAsBoolean() || (!byIterations && incumbent.makespan() <= parameters.lowerBound);
        random = new SplittableRandom(parameters.seed);
        population = new Population(parameters.populationSize, random.split());
        for (int i = 0; i < parameters.threads; i++) {
            workers.add(new Worker(random.split()));
        }
    }

    /** The best plan of all dispatch rules, undisturbed. */
    public static ShopPlanOrder bestRule(FlexibleShop shop) {
        var start = new ActiveStart(shop);
        var unused = new SplittableRandom(0);
        ShopPlanOrder best = start.build(0, 0, unused);
        for (int rule = 1; rule < ActiveStart.RULES; rule++) {
            ShopPlanOrder other = start.build(rule, 0, unused);
            if (other.makespan() < best.makespan()) {
                best = other;
            }
        }
        return best;
    }

    /** The best plan found. The first plan is always built. */
    public ShopPlanOrder run() {
        List<ShopPlanOrder> starts = starts();
        for (ShopPlanOrder start : starts) {
            keepBetter(start);
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(workers.size())) {
            int next = 0;
            while (!isOver()) {
                List<Future<ShopPlanOrder>> round = new ArrayList<>();
                for (Worker worker : workers) {
                    if (next < parameters.populationSize) {
                        ShopPlanOrder start = starts.get(next % starts.size());
                        next++;
                        round.add(executor.submit(() -> worker.improve(start)));
                    } else {
                        Population.Pair parents = population.drawPair();
                        round.add(executor.submit(() -> worker.between(parents.first(), parents.second())));
                    }
                }
                for (Future<ShopPlanOrder> outcome : round) {
                    population.add(outcome.get());
                    keepBetter(outcome.get());
                }
                iterations = workers.stream()
                        .mapToLong(worker -> worker.tabu.iterations())
                        .sum();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A search thread failed.", failed.getCause());
        }
        return best();
    }

    private void keepBetter(ShopPlanOrder plan) {
        if (best == null || plan.makespan() < best.makespan()) {
            best = plan;
        }
    }

    private ShopPlanOrder best() {
        return best == null ? incumbent.get() : best;
    }

    /** Tabu iterations done. */
    public long iterations() {
        return iterations;
    }

    private boolean isOver() {
        return iterations >= parameters.iterations
                || stop.getAsBoolean()
                || incumbent.makespan() <= parameters.lowerBound;
    }

    private List<ShopPlanOrder> starts() {
        var start = new ActiveStart(shop);
        List<ShopPlanOrder> starts = new ArrayList<>();
        for (int i = 0; i < parameters.populationSize; i++) {
            int rule = i % ActiveStart.RULES;
            double noise = i < ActiveStart.RULES ? 0 : 0.3;
            ShopPlanOrder plan = start.build(rule, noise, random);
            incumbent.offer(plan);
            starts.add(plan);
            if (isOver()) {
                break;
            }
        }
        return starts;
    }
}
