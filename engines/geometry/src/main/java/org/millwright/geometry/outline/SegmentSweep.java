package org.millwright.geometry.outline;

import java.util.Arrays;

/**
 * Finds the pairs of segments whose boxes meet, from low y to high. Segments are put in order by thin strips, not exactly,
 * and stay in play a little longer for it.
 */
final class SegmentSweep {
    private static final int SMALLEST = 16;

    private final double[] segments;
    private final int count;
    private final double reachMm;
    private double lowMm = Double.POSITIVE_INFINITY;
    private double highMm = Double.NEGATIVE_INFINITY;
    private long tests;

    /**
     * Prepares a search.
     *
     * @param segments x and y of both ends in turn
     * @param reachMm boxes meet that are no farther apart than this
     */
    SegmentSweep(double[] segments, int count, double reachMm) {
        this.segments = segments;
        this.count = count;
        this.reachMm = reachMm;
    }

    /** Takes two segments whose boxes meet. */
    interface Pair {
        /** False to end the search. */
        boolean meet(int s, int t);
    }

    /**
     * Hands out pairs until one ends the search.
     *
     * @param mostTests the search ends after so many comparisons
     * @return whether all pairs were handed out, or the most comparisons made
     */
    boolean all(Pair pair, long mostTests) {
        // What is asked of every active segment lies side by side: left, right, lower and upper end.
        var active = new int[Math.min(count, SMALLEST)];
        var bounds = new double[4 * active.length];
        int activeCount = 0;
        int[] order = inStrips();
        double slack = stripMm();
        for (int s : order) {
            double ax = segments[4 * s], ay = segments[4 * s + 1], bx = segments[4 * s + 2], by = segments[4 * s + 3];
            double left = Math.min(ax, bx) - reachMm, right = Math.max(ax, bx) + reachMm;
            double low = Math.min(ay, by) - reachMm, high = Math.max(ay, by) + reachMm;
            double over = low - slack;
            tests += activeCount;
            if (tests > mostTests) {
                return true;
            }
            int kept = 0;
            for (int i = 0; i < activeCount; i++) {
                double top = bounds[4 * i + 3];
                if (top < over) {
                    continue;
                }
                int other = active[i];
                if (bounds[4 * i] <= right
                        && left <= bounds[4 * i + 1]
                        && low <= top
                        && bounds[4 * i + 2] <= high
                        && !pair.meet(s, other)) {
                    return false;
                }
                if (kept != i) {
                    active[kept] = other;
                    System.arraycopy(bounds, 4 * i, bounds, 4 * kept, 4);
                }
                kept++;
            }
            if (kept == active.length) {
                active = Arrays.copyOf(active, 2 * kept);
                bounds = Arrays.copyOf(bounds, 8 * kept);
            }
            active[kept] = s;
            bounds[4 * kept] = left + reachMm;
            bounds[4 * kept + 1] = right - reachMm;
            bounds[4 * kept + 2] = low + reachMm;
            bounds[4 * kept + 3] = high - reachMm;
            activeCount = kept + 1;
        }
        return true;
    }

    private double stripMm() {
        return count == 0 ? 0 : (highMm - lowMm) / count;
    }

    /** The segments by the strip their lower end lies in; of one strip in their own order. */
    private int[] inStrips() {
        var begins = new int[count + 1];
        var low = new double[count];
        for (int s = 0; s < count; s++) {
            low[s] = Math.min(segments[4 * s + 1], segments[4 * s + 3]);
            lowMm = Math.min(lowMm, low[s]);
            highMm = Math.max(highMm, low[s]);
        }
        double scale = highMm > lowMm ? count / (highMm - lowMm) * (1 - 1e-9) : 0;
        var strip = new int[count];
        for (int s = 0; s < count; s++) {
            strip[s] = (int) ((low[s] - lowMm) * scale);
            begins[strip[s] + 1]++;
        }
        for (int i = 0; i < count; i++) {
            begins[i + 1] += begins[i];
        }
        var order = new int[count];
        for (int s = 0; s < count; s++) {
            order[begins[strip[s]]++] = s;
        }
        return order;
    }
}
