package org.millwright.nesting.shape;

import org.jspecify.annotations.Nullable;

/**
 * How much figures of parts that turn in steps overlap, looked up instead of worked out. A look-up may be off by what a
 * sixty-fourth of the pair's box hides, so it ranks places and never decides whether one is free. For one thread.
 */
public final class OverlapGrids {
    /** Each pair of figures takes 17 kB. */
    private static final int MOST_FIGURES = 48;

    private final int figures;
    private final @Nullable OverlapGrid[] grids;
    private final Overlap exact;

    /**
     * Grids of pairs that nobody has asked for yet.
     *
     * @param figures numbers of figures go up to this; with too many everything is worked out
     * @param exact works losses out
     */
    public OverlapGrids(int figures, Overlap exact) {
        this.figures = figures <= MOST_FIGURES ? figures : 0;
        grids = new OverlapGrid[this.figures * this.figures];
        this.exact = exact;
    }

    /** Whether anything is looked up. */
    public boolean areUsed() {
        return figures > 0;
    }

    /**
     * About what {@link Overlap#loss} says.
     *
     * @param numberA number of a, from 0; negative when it has none
     * @param numberB number of b
     */
    public double loss(int numberA, Figure a, int numberB, Figure b, double dx, double dy, double limit) {
        if (numberA < 0 || numberB < 0) {
            return exact.loss(a, b, dx, dy, limit);
        }
        return numberA <= numberB
                ? grid(numberA, a, numberB, b).loss(dx, dy, limit, exact)
                : grid(numberB, b, numberA, a).loss(-dx, -dy, limit, exact);
    }

    private OverlapGrid grid(int numberA, Figure a, int numberB, Figure b) {
        OverlapGrid known = grids[numberA * figures + numberB];
        if (known == null) {
            known = new OverlapGrid(a, b);
            grids[numberA * figures + numberB] = known;
        }
        return known;
    }
}
