package org.millwright.nesting;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.millwright.nesting.model.InvalidNesting;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;

/**
 * A search that runs on threads of its own while others watch. All methods may be called from any thread; nothing that
 * they tell of has not passed the verifier.
 */
public final class NestingSession {
    private final NestingProblem problem;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicReference<@Nullable Improvement> best = new AtomicReference<>();
    private final CompletableFuture<Layout> end = new CompletableFuture<>();

    private NestingSession(NestingProblem problem) {
        this.problem = problem;
    }

    static NestingSession start(
            Nesting nesting, NestingProblem problem, Budget budget, long seed, Consumer<Improvement> onImprovement) {
        var session = new NestingSession(problem);
        Nesting stoppable = nesting.cancelledWhen(() -> session.stopped.get() || nesting.isCancelled());
        Thread.ofPlatform().daemon().name("nesting-session").start(() -> {
            try {
                session.end.complete(stoppable.solve(budget, seed, improvement -> {
                    session.best.set(improvement);
                    onImprovement.accept(improvement);
                }));
            } catch (RuntimeException | Error failed) {
                session.end.completeExceptionally(failed);
            }
        });
        return session;
    }

    public NestingProblem problem() {
        return problem;
    }

    /** The best layout so far; empty until there is a first. */
    public Optional<Improvement> findBest() {
        return Optional.ofNullable(best.get());
    }

    /** Figures of the best layout so far; empty until there is a first. */
    public Optional<LayoutFigures> findFigures() {
        return findBest().map(improvement -> LayoutFigures.of(problem, improvement.layout()));
    }

    public boolean isRunning() {
        return !end.isDone();
    }

    /** Ends the search soon with what it has; returns at once. */
    public void stop() {
        stopped.set(true);
    }

    /**
     * Waits for the end and tells the best layout.
     *
     * @throws InvalidNesting when pins cannot be kept
     * @throws IllegalStateException when the search failed otherwise, with the cause
     * @throws InterruptedException when interrupted while waiting; the search goes on
     */
    public Layout await() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof InvalidNesting invalid) {
                throw new InvalidNesting(invalid.violations());
            }
            throw new IllegalStateException("The search failed.", failed.getCause());
        }
    }
}
