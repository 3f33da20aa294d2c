package org.millwright.nesting;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.place.Packing;
import org.millwright.nesting.verification.LayoutVerifier;

/** Large parts first in several senses of large, then random changes of the best order. */
final class Search {
    private static final double NANOS = 1e-9;
    private static final List<ToDoubleFunction<Polygon>> SIZES = List.of(
            Polygon::areaMm2,
            shape -> Math.max(shape.widthMm(), shape.heightMm()),
            Polygon::heightMm,
            shape -> shape.widthMm() + shape.heightMm());

    private final NestingProblem problem;
    private final Packing packing;
    private final Budget budget;
    private final SplittableRandom random;
    private final Consumer<Improvement> onImprovement;
    private final LongConsumer onStep;
    private final long startedNs = System.nanoTime();
    private long steps;
    private int[] bestOrder = {};
    private @Nullable Layout best;

    Search(NestingProblem problem, Budget budget, long seed, Consumer<Improvement> onImprovement, LongConsumer onStep) {
        this.problem = problem;
        packing = new Packing(problem);
        this.budget = budget;
        random = new SplittableRandom(seed);
        this.onImprovement = onImprovement;
        this.onStep = onStep;
    }

    Layout run() {
        Layout found = tryOrder(bySize(SIZES.getFirst()));
        for (ToDoubleFunction<Polygon> size : SIZES.subList(1, SIZES.size())) {
            if (!isSpent()) {
                found = tryOrder(bySize(size));
            }
        }
        while (!isSpent() && packing.copyCount() > 1) {
            found = tryOrder(shaken());
        }
        return best == null ? found : best;
    }

    private boolean isSpent() {
        return steps >= budget.steps() || elapsedS() >= budget.seconds();
    }

    private double elapsedS() {
        return (System.nanoTime() - startedNs) * NANOS;
    }

    private int[] bySize(ToDoubleFunction<Polygon> size) {
        double[] sizes = IntStream.range(0, packing.copyCount())
                .mapToDouble(copy -> size.applyAsDouble(packing.itemOf(copy).shape()))
                .toArray();
        return IntStream.range(0, packing.copyCount())
                .boxed()
                .sorted(Comparator.comparingInt((Integer copy) -> -priority(copy))
                        .thenComparingDouble(copy -> -sizes[copy])
                        .thenComparingInt(copy -> copy))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int priority(int copy) {
        Item item = packing.itemOf(copy);
        return item.priority();
    }

    /** The best order with a few copies moved elsewhere; priorities are never crossed. */
    private int[] shaken() {
        int[] order = bestOrder.clone();
        int moves = 1 + random.nextInt(3);
        for (int move = 0; move < moves; move++) {
            int a = random.nextInt(order.length);
            int b = random.nextInt(order.length);
            if (priority(order[a]) == priority(order[b])) {
                int moved = order[a];
                order[a] = order[b];
                order[b] = moved;
            }
        }
        return order;
    }

    private Layout tryOrder(int[] order) {
        steps++;
        Layout layout = packing.build(order);
        onStep.accept(steps);
        if (best != null && Quality.of(problem, layout).compareTo(Quality.of(problem, best)) >= 0) {
            return best;
        }
        List<String> violations = LayoutVerifier.violations(problem, layout);
        if (!violations.isEmpty()) {
            throw new IllegalStateException("A layout was built that does not hold: " + violations);
        }
        best = layout;
        bestOrder = order;
        onImprovement.accept(new Improvement(steps, elapsedS(), layout));
        return layout;
    }
}
