package org.millwright.nesting.separation;

import java.util.SplittableRandom;
import org.millwright.nesting.pacing.Pace;
import org.millwright.nesting.scene.Poses;

/**
 * Drives all overlaps out by moving one overlapping part after the other and making pairs that stay overlapping heavier:
 * guided local search.
 */
final class Separator {
    private static final double IMPROVED = 0.98;

    /** Choices of lines in one attempt to drive all overlaps out at once. */
    private static final int RESOLVING_ROUNDS = 3;

    /** The same when nothing else is left to try: beside all that was spent, some more cost nothing. */
    private static final int LAST_ROUNDS = 6;

    /** Such an attempt takes as long as some sweeps. */
    private static final int RESOLVING_EVERY = 12;

    /** How the overlap up to which attempts are made changes: about as many succeed as fail. */
    private static final double RESOLVED = 1.3;

    private static final double UNRESOLVED = 0.8;

    final Arrangement arrangement;
    private final Compactor compactor;
    private final Mover mover;
    private final SplittableRandom random;
    private final Pace pace;
    private final int[] order;
    private final Poses best;
    private int swept;
    private double resolvable = Double.POSITIVE_INFINITY;

    Separator(Arrangement arrangement, Compactor compactor, SplittableRandom random, Pace pace) {
        this.arrangement = arrangement;
        this.random = random;
        this.pace = pace;
        this.compactor = compactor;
        mover = new Mover(arrangement, random);
        order = new int[arrangement.parts];
        best = new Poses(arrangement.parts);
    }

    /**
     * Moves parts until nothing overlaps or patience ends; then the state with the least overlap is restored.
     *
     * @param sweeps without improvement after which a round ends
     * @param strikes rounds without improvement after which it gives up
     * @param until share of the budget after which it gives up
     */
    boolean separate(int sweeps, int strikes, double until) {
        swept = 0;
        arrangement.deepen(pace.spent());
        arrangement.save(best);
        if (best.loss == 0) {
            return true;
        }
        int struck = 0;
        while (struck < strikes) {
            double before = best.loss;
            double reference = best.loss;
            int idle = 0;
            while (idle < sweeps) {
                if (pace.spent() >= until || !sweep(until)) {
                    arrangement.restore(best);
                    return false;
                }
                double loss = arrangement.totalLoss();
                if (loss < best.loss) {
                    arrangement.save(best);
                    if (loss == 0) {
                        return true;
                    }
                }
                if (loss < IMPROVED * reference) {
                    reference = loss;
                    idle = 0;
                } else {
                    idle++;
                }
                arrangement.updateWeights();
                if (++swept % RESOLVING_EVERY == 0 && isResolved()) {
                    return true;
                }
            }
            struck = best.loss < IMPROVED * before ? 0 : struck + 1;
            arrangement.restore(best);
            if (compactor.resolve(LAST_ROUNDS)) {
                return true;
            }
        }
        return false;
    }

    /** How often every overlapping part was moved in the last attempt. */
    int swept() {
        return swept;
    }

    /** Drives small overlaps out all at once; how small they have to be is learnt. */
    private boolean isResolved() {
        double loss = arrangement.totalLoss();
        if (loss > resolvable) {
            return false;
        }
        boolean resolved = compactor.resolve(RESOLVING_ROUNDS);
        double learnt = resolvable == Double.POSITIVE_INFINITY ? loss : resolvable;
        resolvable = learnt * (resolved ? RESOLVED : UNRESOLVED);
        return resolved;
    }

    /** Moves every overlapping part once, in random order; false when time ran out. */
    private boolean sweep(double until) {
        int count = 0;
        for (int i = 0; i < order.length; i++) {
            if (!arrangement.scene.duties.fixed[i] && arrangement.isOverlapping(i)) {
                order[count++] = i;
            }
        }
        for (int k = count - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int swapped = order[k];
            order[k] = order[other];
            order[other] = swapped;
        }
        for (int k = 0; k < count; k++) {
            if (arrangement.isOverlapping(order[k])) {
                mover.move(order[k]);
                pace.step();
                if (pace.spent() >= until) {
                    return false;
                }
            }
        }
        return true;
    }
}
