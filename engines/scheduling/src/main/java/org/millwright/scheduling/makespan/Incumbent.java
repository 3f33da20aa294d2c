package org.millwright.scheduling.makespan;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The best plan of all threads, and who wants to hear of a better one. */
public final class Incumbent {
    private final Consumer<ShopPlanOrder> onImprovement;
    private volatile int makespan = Integer.MAX_VALUE;
    private @Nullable ShopPlanOrder best;

    /** @param onImprovement told of every better plan, by one thread at a time */
    public Incumbent(Consumer<ShopPlanOrder> onImprovement) {
        this.onImprovement = onImprovement;
    }

    /** {@link Integer#MAX_VALUE} before the first plan. */
    public int makespan() {
        return makespan;
    }

    public synchronized void offer(ShopPlanOrder plan) {
        if (plan.makespan() < makespan) {
            best = plan;
            makespan = plan.makespan();
            onImprovement.accept(plan);
        }
    }

    public synchronized ShopPlanOrder get() {
        if (best == null) {
            throw new IllegalStateException("There is no plan yet.");
        }
        return best;
    }
}
