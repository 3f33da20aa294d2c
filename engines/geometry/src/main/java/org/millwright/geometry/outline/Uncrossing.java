package org.millwright.geometry.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts loops where they cross and joins each piece to the next one of the other way through, as Seifert (1935) does with
 * knots: the loops that come of it touch but do not cross, and wind around every place as often as before.
 */
final class Uncrossing {
    /** Nearer than this to an end of the other segment, in mm, it cannot be told on which side a segment passes. */
    private static final double UNSURE_MM = 1e-9;

    private final double[] segments;
    private final int[] next;
    private final int count;
    private int crossings;
    private int[] crossed = new int[64];
    private double[] share = new double[64];

    private Uncrossing(List<double[]> loops) {
        int total = 0;
        for (double[] loop : loops) {
            total += loop.length / 2;
        }
        count = total;
        segments = new double[4 * total];
        next = new int[total];
        int from = 0;
        for (double[] xy : loops) {
            int points = xy.length / 2;
            for (int i = 0; i < points; i++) {
                int to = i + 1 == points ? 0 : i + 1;
                segments[4 * (from + i)] = xy[2 * i];
                segments[4 * (from + i) + 1] = xy[2 * i + 1];
                segments[4 * (from + i) + 2] = xy[2 * to];
                segments[4 * (from + i) + 3] = xy[2 * to + 1];
                next[from + i] = from + to;
            }
            from += points;
        }
    }

    /** Loops that do not cross and wind as the given ones do; null when segments touch so that this cannot be told. */
    static @Nullable List<double[]> of(List<double[]> loops) {
        var uncrossing = new Uncrossing(loops);
        var sweep = new SegmentSweep(uncrossing.segments, uncrossing.count, UNSURE_MM);
        if (!sweep.all(uncrossing::meet, Long.MAX_VALUE)) {
            return null;
        }
        return uncrossing.crossings == 0 ? loops : uncrossing.walk();
    }

    /** Notes the place where two segments cross; false when they touch or run along each other. */
    private boolean meet(int s, int t) {
        double ax = segments[4 * s], ay = segments[4 * s + 1], bx = segments[4 * s + 2], by = segments[4 * s + 3];
        double cx = segments[4 * t], cy = segments[4 * t + 1], dx = segments[4 * t + 2], dy = segments[4 * t + 3];
        double ux = bx - ax, uy = by - ay, vx = dx - cx, vy = dy - cy;
        if (next[s] == t || next[t] == s) {
            // Neighbours share a point and cross nowhere, unless they run back along each other.
            return Math.abs(ux * vy - uy * vx) > UNSURE_MM * UNSURE_MM || ux * vx + uy * vy > 0;
        }
        double c = ux * (cy - ay) - uy * (cx - ax), d = ux * (dy - ay) - uy * (dx - ax);
        double a = vx * (ay - cy) - vy * (ax - cx), b = vx * (by - cy) - vy * (bx - cx);
        double unsureS = UNSURE_MM * (Math.abs(ux) + Math.abs(uy)), unsureT = UNSURE_MM * (Math.abs(vx) + Math.abs(vy));
        if (apart(c, d, unsureS) || apart(a, b, unsureT)) {
            return true;
        }
        boolean sure = Math.min(Math.abs(c), Math.abs(d)) > unsureS && Math.min(Math.abs(a), Math.abs(b)) > unsureT;
        if (sure) {
            note(s, a / (a - b), t, c / (c - d));
        }
        return sure;
    }

    private static boolean apart(double a, double b, double unsure) {
        return (a > unsure && b > unsure) || (a < -unsure && b < -unsure);
    }

    /** Visit {@code 2n} is on the one segment, {@code 2n + 1} on the other. */
    private void note(int s, double alongS, int t, double alongT) {
        if (2 * crossings + 2 > crossed.length) {
            crossed = Arrays.copyOf(crossed, 2 * crossed.length);
            share = Arrays.copyOf(share, 2 * share.length);
        }
        crossed[2 * crossings] = s;
        share[2 * crossings] = alongS;
        crossed[2 * crossings + 1] = t;
        share[2 * crossings + 1] = alongT;
        crossings++;
    }

    private List<double[]> walk() {
        var order = new Integer[2 * crossings];
        Arrays.setAll(order, visit -> visit);
        Arrays.sort(
                order,
                (v, w) -> crossed[v] != crossed[w]
                        ? Integer.compare(crossed[v], crossed[w])
                        : Double.compare(share[v], share[w]));
        // Where each visit goes on: to a later visit of the same segment, or to the segment's end (negative).
        var first = new int[count];
        Arrays.fill(first, -1);
        var later = new int[2 * crossings];
        for (int i = order.length - 1; i >= 0; i--) {
            int visit = order[i], segment = crossed[visit];
            later[visit] = first[segment];
            first[segment] = visit;
        }
        var done = new boolean[count];
        var left = new boolean[2 * crossings];
        var loops = new ArrayList<double[]>();
        for (int segment = 0; segment < count; segment++) {
            if (!done[segment]) {
                loops.add(loop(segment, -1, first, later, done, left));
            }
        }
        for (int visit = 0; visit < 2 * crossings; visit++) {
            if (!left[visit]) {
                loops.add(loop(-1, visit, first, later, done, left));
            }
        }
        loops.removeIf(loop -> loop.length < 6);
        return loops;
    }

    /** Walks from the beginning of a segment, or from a crossing, until it comes back. */
    private double[] loop(int segment, int visit, int[] first, int[] later, boolean[] done, boolean[] left) {
        double[] xy = new double[32];
        int used = 0;
        int at = segment, leaving = visit;
        do {
            xy = used + 2 > xy.length ? Arrays.copyOf(xy, 2 * xy.length) : xy;
            int met;
            if (leaving < 0) {
                done[at] = true;
                xy[used++] = segments[4 * at];
                xy[used++] = segments[4 * at + 1];
                met = first[at];
            } else {
                left[leaving] = true;
                at = crossed[leaving];
                // Both visits of a crossing take the place from the first, to the last bit.
                int even = leaving & ~1;
                int s = crossed[even];
                xy[used++] = segments[4 * s] + share[even] * (segments[4 * s + 2] - segments[4 * s]);
                xy[used++] = segments[4 * s + 1] + share[even] * (segments[4 * s + 3] - segments[4 * s + 1]);
                met = later[leaving];
            }
            if (met >= 0) {
                leaving = met ^ 1;
            } else {
                leaving = -1;
                at = next[at];
            }
        } while (leaving >= 0 ? !left[leaving] : !done[at]);
        return Arrays.copyOf(xy, used);
    }
}
