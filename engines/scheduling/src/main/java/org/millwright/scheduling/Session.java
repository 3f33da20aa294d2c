package org.millwright.scheduling;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.objective.Objective;

/**
 * A search that goes on in a thread of its own until its budget is spent or {@link #stop} is called. All methods may be
 * called by any thread.
 */
public final class Session implements AutoCloseable {
    /** Share of the time of the search in which machine time is priced beside it. */
    private static final double PRICING_SHARE = 0.2;

    private static final double MOST_PRICING_S = 20;
    private static final double LEAST_PRICING_S = 1;
    private static final long UNKNOWN = -1;

    private final AtomicReference<@Nullable Improvement> best = new AtomicReference<>();
    private final CompletableFuture<Solution> outcome = new CompletableFuture<>();
    private final AtomicReference<@Nullable Search> search = new AtomicReference<>();
    private final ScheduleProblem problem;
    private final AtomicBoolean pricing = new AtomicBoolean();
    private final AtomicLong pricedS = new AtomicLong();
    private final AtomicLong quickS = new AtomicLong(UNKNOWN);
    private volatile boolean stopped;

    private Session(ScheduleProblem problem) {
        this.problem = problem;
    }

    private long quickS() {
        long known = quickS.get();
        if (known == UNKNOWN) {
            known = Scheduling.tardinessBound(problem);
            quickS.set(known);
        }
        return known;
    }

    static Session start(
            ScheduleProblem problem,
            Objective objective,
            Budget budget,
            long seed,
            Consumer<Improvement> onImprovement) {
        var session = new Session(problem);
        Thread.ofPlatform().daemon().name("scheduling").start(() -> {
            try {
                var search = new Search(
                        problem,
                        objective,
                        budget,
                        seed,
                        improvement -> {
                            session.best.set(improvement);
                            session.priceBeside(improvement, budget);
                            onImprovement.accept(improvement);
                        },
                        () -> session.stopped);
                session.search.set(search);
                session.outcome.complete(search.run());
            } catch (RuntimeException | LinkageError failed) {
                session.outcome.completeExceptionally(failed);
            }
        });
        return session;
    }

    /** Once there is a plan, and where there is time for it, machine time is priced in a thread of its own. */
    private void priceBeside(Improvement first, Budget budget) {
        double seconds = Math.min(MOST_PRICING_S, PRICING_SHARE * budget.seconds());
        if (stopped || seconds < LEAST_PRICING_S || !pricing.compareAndSet(false, true)) {
            return;
        }
        long planEndS = problem.nowS() + first.objective().makespanS();
        Thread.ofPlatform()
                .daemon()
                .name("scheduling bound")
                .start(() -> pricedS.accumulateAndGet(
                        Scheduling.tardinessBound(problem, planEndS, seconds, () -> stopped || outcome.isDone()),
                        Math::max));
    }

    /** The best plan so far; empty until the first one is found. */
    public Optional<Improvement> best() {
        return Optional.ofNullable(best.get());
    }

    /**
     * Weighted tardiness in seconds that no complete plan avoids, which the search may have proven to be that of its best;
     * empty when nothing better than 0 is known, which says that the distance of the best plan to the optimum is unknown.
     */
    public OptionalLong bound() {
        Search running = search.get();
        long provenS = running == null ? 0 : running.provenTardinessS();
        long boundS = provenS > 0 ? provenS : Math.max(pricedS.get(), quickS());
        return boundS > 0 ? OptionalLong.of(boundS) : OptionalLong.empty();
    }

    /** Ends the search within a few milliseconds; the first plan is always finished. */
    public void stop() {
        stopped = true;
    }

    public boolean isOver() {
        return outcome.isDone();
    }

    /**
     * Waits for the end of the search.
     *
     * @throws InterruptedException when this thread is interrupted while it waits; the search goes on
     */
    public Solution await() throws InterruptedException {
        try {
            return outcome.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The search failed.", failed.getCause());
        }
    }

    /** The same as {@link #stop}. */
    @Override
    public void close() {
        stop();
    }
}
