package org.millwright.scheduling.makespan.exact;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.millwright.scheduling.makespan.FlexibleShop;
import org.millwright.scheduling.makespan.Incumbent;
import org.millwright.scheduling.makespan.ShopPlanOrder;

/**
 * The whole problem as a model for CP-SAT with one worker, in a thread of its own beside a local search: it takes over
 * better plans, begins anew from them now and then, and delivers plans and lower bounds until one meets the other. When it
 * delivers depends on the machine, so this is no part of reproducible searches.
 */
public final class ProofBeside implements AutoCloseable {
    private static final double FIRST_ROUND_S = 0.5;
    private static final double GROWTH = 2;

    private final FlexibleShop shop;
    private final Incumbent incumbent;
    private final long seed;
    private final DoubleSupplier clockS;
    private final BooleanSupplier stop;
    private final CompletableFuture<Void> done;
    private volatile int lowerBound;
    private volatile boolean closed;

    /**
     * Begins at once.
     *
     * @param incumbent holds a plan already; better ones are offered to it, and taken from it
     * @param lowerBound a makespan that no plan undercuts
     * @param stop asked every few milliseconds
     */
    public ProofBeside(
            FlexibleShop shop,
            Incumbent incumbent,
            int lowerBound,
            long seed,
            DoubleSupplier clockS,
            BooleanSupplier stop) {
        this.shop = shop;
        this.incumbent = incumbent;
        this.lowerBound = lowerBound;
        this.seed = seed;
        this.clockS = clockS;
        this.stop = stop;
        done = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("proof").start(() -> {
            try {
                prove();
                done.complete(null);
            } catch (RuntimeException | LinkageError failed) {
                done.completeExceptionally(failed);
            }
        });
    }

    /** No plan is shorter. */
    public int lowerBound() {
        return lowerBound;
    }

    /** Whether the best plan known is one of the shortest. */
    public boolean isProven() {
        return incumbent.makespan() <= lowerBound;
    }

    private void prove() {
        double roundS = FIRST_ROUND_S;
        for (long round = 0; !isOver(); round++) {
            ShopPlanOrder known = incumbent.get();
            double untilS = clockS.getAsDouble() + roundS;
            ExactSearch.Outcome outcome = new ExactSearch(shop, known, lowerBound)
                    .prove(
                            known,
                            seed + round,
                            () -> isOver()
                                    || (incumbent.makespan() < known.makespan() && clockS.getAsDouble() > untilS),
                            incumbent::offer);
            raise((int) outcome.lowerBound());
            roundS *= GROWTH;
        }
    }

    private boolean isOver() {
        return closed || isProven() || stop.getAsBoolean();
    }

    private synchronized void raise(int bound) {
        lowerBound = Math.max(lowerBound, Math.min(bound, incumbent.makespan()));
    }

    /**
     * Ends the search and waits for it.
     *
     * @throws IllegalStateException when it failed
     */
    @Override
    public void close() {
        closed = true;
        try {
            done.join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("The proof beside the search failed.", failed.getCause());
        }
    }
}
