package org.millwright.scheduling.makespan.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.millwright.scheduling.makespan.FlexibleShop;
import org.millwright.scheduling.makespan.ShopGraph;
import org.millwright.scheduling.makespan.ShopPlanOrder;

/**
 * Repairs a plan window by window with CP-SAT, one worker a window and one window a thread at a time. Windows that are
 * proven quickly make the next ones larger, those that stay undecided make them smaller; between 50 and 250 operations.
 * Which windows are solved in time depends on the machine, so this is no part of reproducible searches.
 */
public final class WindowSearch {
    private static final int FEWEST = 50;
    private static final int MOST = 250;
    private static final int FIRST = 100;
    private static final double SECONDS = 1.5;
    private static final double GROWTH = 1.25;

    private final FlexibleShop shop;
    private final SplittableRandom random;
    private final BooleanSupplier stop;
    private double size = FIRST;
    private int windows;
    private int proven;

    private record Tried(WindowModel model, WindowModel.Verdict verdict) {}

    /** @param stop asked before each window and every few milliseconds within */
    public WindowSearch(FlexibleShop shop, long seed, BooleanSupplier stop) {
        this.shop = shop;
        this.stop = stop;
        random = new SplittableRandom(seed);
    }

    /**
     * The best plan found, at worst the given one.
     *
     * @param lowerBound a makespan that no plan undercuts
     * @param onImprovement told of every shorter plan
     */
    public ShopPlanOrder run(ShopPlanOrder plan, int threads, int lowerBound, Consumer<ShopPlanOrder> onImprovement) {
        var graph = new ShopGraph(shop);
        graph.load(plan.machine(), plan.order());
        ShopPlanOrder best = plan;
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            while (best.makespan() > lowerBound && !stop.getAsBoolean()) {
                List<Future<Tried>> round = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    WindowModel model = next(graph);
                    long seed = random.nextLong();
                    round.add(executor.submit(() -> new Tried(model, model.solve(SECONDS, seed, stop))));
                }
                for (Future<Tried> one : round) {
                    Tried tried = one.get();
                    learn(tried.verdict);
                    if (tried.verdict == WindowModel.Verdict.PROVEN && tried.model.isWhole()) {
                        return best;
                    }
                    if (tried.verdict == WindowModel.Verdict.BETTER) {
                        best = keepBetter(tried.model, graph, best, onImprovement);
                    }
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A window could not be searched.", failed.getCause());
        }
        return best;
    }

    /** Windows that were searched. */
    public int windows() {
        return windows;
    }

    /** Windows of which it was proven that no shorter plan differs from the one then known in them alone. */
    public int proven() {
        return proven;
    }

    private WindowModel next(ShopGraph graph) {
        int count = Math.min(shop.operationCount, (int) size);
        int from = random.nextInt(shop.operationCount - count + 1);
        return new WindowModel(graph, from, from + count);
    }

    private void learn(WindowModel.Verdict verdict) {
        windows++;
        if (verdict == WindowModel.Verdict.UNDECIDED) {
            size = Math.max(FEWEST, size / GROWTH);
        } else {
            size = Math.min(MOST, size * GROWTH);
            proven += verdict == WindowModel.Verdict.PROVEN ? 1 : 0;
        }
    }

    private static ShopPlanOrder keepBetter(
            WindowModel model, ShopGraph graph, ShopPlanOrder best, Consumer<ShopPlanOrder> onImprovement) {
        model.load(graph);
        if (graph.makespan >= best.makespan()) {
            graph.load(best.machine(), best.order());
            return best;
        }
        ShopPlanOrder better = graph.snapshot();
        onImprovement.accept(better);
        return better;
    }
}
