package org.millwright.nesting.lookup;

import org.jspecify.annotations.Nullable;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Overlap;

/**
 * How much figures of parts that turn in steps overlap, looked up instead of worked out. A look-up may be off by what a
 * sixty-fourth of the pair's box hides, so it ranks places and never decides whether one is free. Pairs that are half a
 * turn of one another share a grid. For one thread.
 */
public final class OverlapGrids {
    /** Each pair of figures takes about 30 kB. */
    private static final int MOST_FIGURES = 48;

    private static final double SAME_UM = 1e-3;

    private final Figure[] figures;
    /** For each figure the number of the one that is half a turn of it, or -1. */
    private final int[] opposite;

    private final @Nullable OverlapGrid[] grids;
    private final Overlap exact;

    /**
     * Grids of pairs that nobody has asked for yet.
     *
     * @param numbered figures by their numbers; with too many everything is worked out
     * @param exact works losses out
     */
    public OverlapGrids(Figure[] numbered, Overlap exact) {
        figures = numbered.length <= MOST_FIGURES ? numbered : new Figure[0];
        grids = new OverlapGrid[figures.length * figures.length];
        opposite = new int[figures.length];
        for (int i = 0; i < opposite.length; i++) {
            opposite[i] = -1;
            for (int j = 0; j < opposite.length; j++) {
                if (areOpposite(figures[i], figures[j])) {
                    opposite[i] = j;
                }
            }
        }
        this.exact = exact;
    }

    /** Whether one figure is the other turned by half a turn about the centre, edge by edge and disc by disc. */
    private static boolean areOpposite(Figure a, Figure b) {
        if (a.ax.length != b.ax.length || a.px.length != b.px.length || a == b) {
            return false;
        }
        for (int i = 0; i < a.ax.length; i++) {
            if (!areOpposite(a.ax[i], b.ax[i])
                    || !areOpposite(a.ay[i], b.ay[i])
                    || !areOpposite(a.bx[i], b.bx[i])
                    || !areOpposite(a.by[i], b.by[i])) {
                return false;
            }
        }
        for (int i = 0; i < a.px.length; i++) {
            if (!areOpposite(a.px[i], b.px[i]) || !areOpposite(a.py[i], b.py[i]) || a.pr[i] != b.pr[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean areOpposite(double a, double b) {
        return Math.abs(a + b) < SAME_UM;
    }

    /** Whether anything is looked up. */
    public boolean areUsed() {
        return figures.length > 0;
    }

    /**
     * About what {@link Overlap#loss} says.
     *
     * @param numberA number of the one figure, from 0
     * @param numberB number of the other
     * @param dx position of the other relative to the one
     * @param dy position of the other relative to the one
     */
    public double loss(int numberA, int numberB, double dx, double dy, double limit) {
        int a = numberA;
        int b = numberB;
        int turnedA = opposite[a];
        int turnedB = opposite[b];
        double sign = 1;
        if (turnedA >= 0 && turnedB >= 0 && Math.min(turnedA, turnedB) < Math.min(a, b)) {
            a = turnedA;
            b = turnedB;
            sign = -1;
        }
        return a <= b
                ? grid(a, b).loss(sign * dx, sign * dy, limit, exact)
                : grid(b, a).loss(-sign * dx, -sign * dy, limit, exact);
    }

    private OverlapGrid grid(int a, int b) {
        OverlapGrid known = grids[a * figures.length + b];
        if (known == null) {
            known = new OverlapGrid(figures[a], figures[b]);
            grids[a * figures.length + b] = known;
        }
        return known;
    }
}
