package org.millwright.nesting.lookup;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Overlap;

/**
 * How much figures of parts that turn in steps overlap, looked up instead of worked out. A look-up may be off by what a
 * sixty-fourth of the pair's box hides, or with many figures a thirty-second, so it ranks places and never decides whether one is free. Pairs that are half a
 * turn of one another share a grid. For one thread.
 */
public final class OverlapGrids {
    /** About 70 MB of coarse ones beside their maps; then all are forgotten and those that are still asked for begun anew. */
    private static final int MOST_GRIDS = 10_000;

    /** What working a coarse grid out and drawing its pictures costs, and how much of a search that may be. */
    private static final double EVALUATIONS_PER_PAIR = 100;

    private static final double MOST_SHARE = 0.5;

    /** Later what is left of the budget would not pay it back. */
    private static final double LATEST = 0.3;

    private final NoFitMaps maps;
    private final Figure[] figures;
    /** For each figure the number of the one that is half a turn of it, or -1. */
    private final int[] opposite;

    /** For each pair its grid and the sign of positions on it. */
    private final @Nullable OverlapGrid[] grids;

    private final double[] signs;
    private final Overlap exact;
    private int kept;

    /**
     * Grids of pairs that nobody has asked for yet.
     *
     * @param maps of the figures by their numbers; with too many everything is worked out
     * @param exact works losses out
     */
    public OverlapGrids(NoFitMaps maps, Overlap exact) {
        this.maps = maps;
        figures = maps.figures;
        grids = new OverlapGrid[figures.length * figures.length];
        opposite = HalfTurns.opposites(figures);
        signs = new double[grids.length];
        for (int pair = 0; pair < signs.length; pair++) {
            signs[pair] = sign(pair / figures.length, pair % figures.length);
        }
        this.exact = exact;
    }

    /**
     * Whether a search gains more by looking losses up than working them out for all pairs costs.
     *
     * @param evaluations so far
     * @param spent share of the budget, 0 to 1
     */
    public boolean pay(long evaluations, double spent) {
        // Of all ordered pairs half are others seen from the other side, and half of these, in general, turned by half
        // a turn.
        double pairs = 0.25 * figures.length * figures.length;
        return maps.areFine()
                || (spent < LATEST && pairs * EVALUATIONS_PER_PAIR * spent <= MOST_SHARE * (double) evaluations);
    }

    /** How many grids there are. */
    int kept() {
        return kept;
    }

    /** Whether anything is looked up. */
    public boolean areUsed() {
        return figures.length > 0;
    }

    /**
     * About what {@link #measured} says.
     *
     * @param numberA number of the one figure, from 0
     * @param numberB number of the other
     * @param dx position of the other relative to the one
     * @param dy position of the other relative to the one
     */
    public double loss(int numberA, int numberB, double dx, double dy, double limit) {
        int pair = numberA * figures.length + numberB;
        double sign = signs[pair];
        return grid(pair).loss(sign * dx, sign * dy, limit, exact);
    }

    /**
     * How much two figures overlap: how deep, times a length that grows with their size.
     *
     * @param limit when it is next to nothing, only whether they overlap is found out
     * @return 0 exactly when they are apart, infinity when it is more than such a limit
     */
    public double measured(int numberA, int numberB, double dx, double dy, double limit) {
        int pair = numberA * figures.length + numberB;
        double sign = signs[pair];
        return grid(pair).measured(sign * dx, sign * dy, limit, exact);
    }

    /** About what {@link #measured} says without a limit, read from the map of depths alone. */
    public double pictured(int numberA, int numberB, double dx, double dy) {
        int pair = numberA * figures.length + numberB;
        double sign = signs[pair];
        return grid(pair).mapped(sign * dx, sign * dy);
    }

    private OverlapGrid grid(int pair) {
        OverlapGrid known = grids[pair];
        return known == null ? begin(pair) : known;
    }

    private OverlapGrid begin(int pair) {
        int shared = sharedBy(pair);
        OverlapGrid known = grids[shared];
        if (known == null) {
            if (kept == MOST_GRIDS) {
                Arrays.fill(grids, null);
                kept = 0;
            }
            kept++;
            known = new OverlapGrid(maps.of(shared, exact));
            grids[shared] = known;
        }
        grids[pair] = known;
        return known;
    }

    /** The pair that shares its grid with this one. */
    private int sharedBy(int pair) {
        int a = pair / figures.length;
        int b = pair % figures.length;
        if (isTurned(a, b)) {
            a = opposite[a];
            b = opposite[b];
        }
        return Math.min(a, b) * figures.length + Math.max(a, b);
    }

    private boolean isTurned(int a, int b) {
        return opposite[a] >= 0 && opposite[b] >= 0 && Math.min(opposite[a], opposite[b]) < Math.min(a, b);
    }

    /** Whether positions change their sign on the shared grid. */
    private double sign(int a, int b) {
        boolean ordered = isTurned(a, b) ? opposite[a] <= opposite[b] : a <= b;
        return isTurned(a, b) == ordered ? -1 : 1;
    }
}
