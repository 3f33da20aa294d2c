package org.millwright.nesting;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;

/** Places parts on stock: the one entry of this library. */
public final class Nesting {
    private final NestingProblem problem;

    private Nesting(NestingProblem problem) {
        this.problem = problem;
    }

    public static Nesting of(NestingProblem problem) {
        return new Nesting(problem);
    }

    /** The best layout found within the budget; it has passed the independent verifier. */
    public Layout solve(Budget budget, long seed) {
        return solve(budget, seed, improvement -> {});
    }

    /**
     * The best layout found within the budget.
     *
     * @param onImprovement told of the first layout and of every better one, on the calling thread
     */
    public Layout solve(Budget budget, long seed, Consumer<Improvement> onImprovement) {
        return solve(budget, seed, onImprovement, steps -> {});
    }

    /**
     * The best layout found within the budget.
     *
     * @param onStep told after each complete layout how many have been built
     */
    public Layout solve(Budget budget, long seed, Consumer<Improvement> onImprovement, LongConsumer onStep) {
        return new Search(problem, budget, seed, onImprovement, onStep).run();
    }
}
