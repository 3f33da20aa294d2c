package org.millwright.nesting;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;

/** Places parts on stock: the one entry of this library. Instances never change. */
public final class Nesting {
    private final NestingProblem problem;
    private final int threads;
    private final BooleanSupplier cancelled;
    private final LongSupplier clockNs;
    /** A layout to begin with, if there is one. */
    private final List<Layout> start;

    private Nesting(
            NestingProblem problem, int threads, BooleanSupplier cancelled, LongSupplier clockNs, List<Layout> start) {
        this.start = start;
        this.problem = problem;
        this.threads = threads;
        this.cancelled = cancelled;
        this.clockNs = clockNs;
    }

    public static Nesting of(NestingProblem problem) {
        return new Nesting(problem, 1, () -> false, System::nanoTime, List.of());
    }

    /** The same with several threads, each of which searches on its own; 1 to 64. */
    public Nesting withThreads(int threads) {
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("%d threads are not between 1 and 64.".formatted(threads));
        }
        return new Nesting(problem, threads, cancelled, clockNs, start);
    }

    /** The same, ending early with the best layout so far once the answer is yes; asked often, from all threads. */
    public Nesting cancelledWhen(BooleanSupplier cancelled) {
        return new Nesting(problem, threads, cancelled, clockNs, start);
    }

    boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    /** The same with seconds counted on another clock, such as each thread's CPU time; read on the searching threads. */
    public Nesting timedBy(LongSupplier clockNs) {
        return new Nesting(problem, threads, cancelled, clockNs, start);
    }

    /**
     * The same beginning with a layout of this problem, such as one stopped before, or with pins added; one that does not
     * hold is ignored.
     */
    public Nesting startingFrom(Layout layout) {
        return new Nesting(problem, threads, cancelled, clockNs, List.of(layout));
    }

    /**
     * Begins to search on threads of its own and returns at once.
     *
     * @param onImprovement told of the first layout and of better ones, on the session's thread; what it throws ends the
     *     search
     */
    public NestingSession start(Budget budget, long seed, Consumer<Improvement> onImprovement) {
        return NestingSession.start(this, problem, budget, seed, onImprovement);
    }

    /** The best layout found within the budget; it has passed the independent verifier. */
    public Layout solve(Budget budget, long seed) {
        return solve(budget, seed, improvement -> {});
    }

    /**
     * The best layout found within the budget.
     *
     * @param onImprovement told of the first layout and of better ones, on the calling thread; when they come quickly,
     *     some are skipped
     */
    public Layout solve(Budget budget, long seed, Consumer<Improvement> onImprovement) {
        return solve(budget, seed, onImprovement, evaluations -> {});
    }

    /**
     * The best layout found within the budget.
     *
     * @param onEvaluations told at the end how many places for parts were evaluated
     */
    public Layout solve(Budget budget, long seed, Consumer<Improvement> onImprovement, LongConsumer onEvaluations) {
        var search = new Search(
                problem,
                budget,
                seed,
                threads,
                cancelled,
                clockNs,
                start,
                new Best(problem, onImprovement, System::nanoTime));
        Layout layout = search.run();
        onEvaluations.accept(search.evaluations());
        return layout;
    }
}
