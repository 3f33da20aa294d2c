package org.millwright.scheduling.io;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.millwright.scheduling.Budget;
import org.millwright.scheduling.makespan.FlexibleShop;
import org.millwright.scheduling.makespan.Incumbent;
import org.millwright.scheduling.makespan.MakespanSearch;
import org.millwright.scheduling.makespan.ShopPlanOrder;
import org.millwright.scheduling.makespan.exact.ExactSearch;
import org.millwright.scheduling.makespan.exact.ProofBeside;
import org.millwright.scheduling.makespan.exact.WindowSearch;

/**
 * The shortest plan of a plain or flexible job shop: tabu search, and CP-SAT where a proof is in reach. In small shops and
 * with two threads or more, one thread goes to the proof from the beginning; in others some of the time at the end does,
 * and before it some to windows. A budget of steps must be reproducible, so it goes to tabu search alone.
 */
final class ShortestSearch {
    private static final double LEAST_SECONDS_FOR_PROOF = 4;
    private static final double LEAST_SECONDS_BESIDE = 0.5;
    private static final double LEAST_SECONDS_FOR_WINDOWS = 30;
    private static final double WINDOW_SHARE = 0.08;
    private static final int MOST_FOR_PROOF = 400;
    private static final int LIKELY_PROVEN = 230;
    private static final int FLEXIBLE_FOR_PROOF = 160;

    private final FlexibleShop shop;
    private final Budget budget;
    private final int threads;
    private final long seed;
    private final DoubleSupplier elapsedS;
    private final Incumbent incumbent;
    private final boolean reproducible;
    private int lowerBound;

    /**
     * @param lowerBound a makespan that no plan undercuts
     * @param elapsedS seconds since the search began, as the budget counts them
     */
    ShortestSearch(
            FlexibleShop shop,
            int lowerBound,
            Budget budget,
            int threads,
            long seed,
            DoubleSupplier elapsedS,
            Consumer<ShopPlanOrder> onImprovement) {
        this.shop = shop;
        this.lowerBound = lowerBound;
        this.budget = budget;
        this.threads = threads;
        this.seed = seed;
        this.elapsedS = elapsedS;
        incumbent = new Incumbent(onImprovement);
        reproducible = budget.steps() < Long.MAX_VALUE;
    }

    /** No plan is shorter, as far as is known. */
    int lowerBound() {
        return lowerBound;
    }

    ShopPlanOrder run() {
        boolean beside = !reproducible && isSmall() && threads > 1 && left(budget.seconds()) >= LEAST_SECONDS_BESIDE;
        return beside ? withProofBeside() : withProofBehind();
    }

    private boolean isSmall() {
        return shop.operationCount() <= (shop.isFlexible() ? FLEXIBLE_FOR_PROOF : LIKELY_PROVEN);
    }

    private ShopPlanOrder withProofBeside() {
        incumbent.offer(MakespanSearch.bestRule(shop));
        try (var proof =
                new ProofBeside(shop, incumbent, lowerBound, seed, elapsedS, () -> left(budget.seconds()) <= 0)) {
            var search = new MakespanSearch(
                    shop,
                    MakespanSearch.Parameters.of(shop, seed, threads - 1, budget.steps(), lowerBound),
                    () -> left(budget.seconds()) <= 0 || proof.isProven(),
                    incumbent::offer);
            incumbent.offer(search.run());
            lowerBound = proof.lowerBound();
        }
        return incumbent.get();
    }

    private ShopPlanOrder withProofBehind() {
        double proofS = budget.seconds() * exactShare();
        double windowsS = budget.seconds() * windowShare();
        var search = new MakespanSearch(
                shop,
                MakespanSearch.Parameters.of(shop, seed, threads, budget.steps(), lowerBound),
                () -> left(budget.seconds() - proofS - windowsS) <= 0,
                incumbent::offer);
        ShopPlanOrder best = search.run();
        if (windowsS > 0 && best.makespan() > lowerBound) {
            best = new WindowSearch(shop, seed, () -> left(budget.seconds() - proofS) <= 0)
                    .run(best, threads, lowerBound, incumbent::offer);
        }
        boolean worthLoading = left(budget.seconds()) >= LEAST_SECONDS_FOR_PROOF / 2;
        if (proofS > 0 && worthLoading && best.makespan() > lowerBound) {
            ExactSearch.Outcome outcome = new ExactSearch(shop, best)
                    .run(best, threads, seed, () -> left(budget.seconds()) <= 0, incumbent::offer);
            best = outcome.best();
            lowerBound = Math.max(lowerBound, Math.toIntExact(outcome.lowerBound()));
        }
        return best;
    }

    private double left(double untilS) {
        return untilS - elapsedS.getAsDouble();
    }

    /** Which share of the time goes to a proof at the end: none where proofs are out of reach. */
    private double exactShare() {
        if (reproducible || budget.seconds() < LEAST_SECONDS_FOR_PROOF || shop.operationCount() > MOST_FOR_PROOF) {
            return 0;
        }
        if (shop.isFlexible()) {
            return isSmall() ? 0.35 : 0;
        }
        return isSmall() ? 0.6 : 0.35;
    }

    /** Which share of the time goes to windows: none where the whole is a window. */
    private double windowShare() {
        return reproducible || isSmall() || budget.seconds() < LEAST_SECONDS_FOR_WINDOWS ? 0 : WINDOW_SHARE;
    }
}
