package org.millwright.nesting.lookup;

import java.util.Arrays;
import org.millwright.nesting.shape.Figure;

/** Which figures are others turned by half a turn: such pairs overlap alike, seen from the other side. */
final class HalfTurns {
    private static final double SAME_UM = 1e-3;

    private HalfTurns() {}

    /** For each figure the number of the one that is half a turn of it, or -1. */
    static int[] opposites(Figure[] figures) {
        int[] opposite = new int[figures.length];
        Arrays.fill(opposite, -1);
        for (int i = 0; i < opposite.length; i++) {
            for (int j = 0; j < opposite.length; j++) {
                if (areOpposite(figures[i], figures[j])) {
                    opposite[i] = j;
                }
            }
        }
        return opposite;
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
}
