package org.millwright.nesting.separation;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.millwright.nesting.model.Layout.Unplaced;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.pacing.Crew;
import org.millwright.nesting.pacing.Paces;
import org.millwright.nesting.scene.Kinds;

/** Improves layouts on several pieces of stock, on several threads with seeds of their own. */
public final class Sheets {
    private final NestingProblem problem;
    private final Kinds kinds;
    private final Paces paces;
    private final int threads;
    private final double until;
    private final AtomicLong evaluations = new AtomicLong();

    /** @param until share of the budget that may be spent */
    public Sheets(NestingProblem problem, Kinds kinds, Paces paces, int threads, double until) {
        this.problem = problem;
        this.kinds = kinds;
        this.paces = paces;
        this.threads = threads;
        this.until = until;
    }

    public long evaluations() {
        return evaluations.get();
    }

    /** @param onBetter told on the calling thread of layouts, which are to be verified */
    public void solve(List<Placement> start, List<Unplaced> unplaced, long seed, Consumer<List<Placement>> onBetter) {
        new Crew<List<Placement>>()
                .run(
                        threads,
                        (thread, onFound) -> {
                            long own = seed + 0x9E3779B97F4A7C15L * thread;
                            var search = new SheetSearch(problem, kinds, paces.next(), until, own, start);
                            search.run(unplaced, onFound);
                            evaluations.addAndGet(search.evaluations());
                        },
                        onBetter);
        paces.settle();
    }
}
