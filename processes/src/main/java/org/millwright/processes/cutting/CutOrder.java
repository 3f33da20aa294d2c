package org.millwright.processes.cutting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.millwright.geometry.Ring;

/**
 * The order of cuts: whatever lies inside a contour is cut before it, because a piece may drop or shift once its outline is
 * cut. Within that rule the way between contours is kept short: nearest neighbour first, then 2-opt (turning round stretches
 * of the tour) until nothing improves.
 */
final class CutOrder {
    private static final int ROUNDS = 30;
    /** Longest stretch that is turned round; keeps large sheets fast. */
    private static final int STRETCH = 400;

    private CutOrder() {}

    static List<Contour> of(List<Contour> contours) {
        int[] container = containers(contours);
        int[] tour = nearestNeighbour(contours, container);
        shorten(tour, contours, container);
        var ordered = new ArrayList<Contour>();
        for (int contour : tour) {
            ordered.add(contours.get(contour));
        }
        return ordered;
    }

    /** For each contour the smallest one around it, or -1. */
    static int[] containers(List<Contour> contours) {
        int count = contours.size();
        var area = new double[count];
        for (int i = 0; i < count; i++) {
            area[i] = Math.abs(contours.get(i).ring().signedAreaMm2());
        }
        var container = new int[count];
        Arrays.fill(container, -1);
        for (int inner = 0; inner < count; inner++) {
            Ring ring = contours.get(inner).ring();
            for (int outer = 0; outer < count; outer++) {
                boolean smaller =
                        area[outer] > area[inner] && (container[inner] < 0 || area[outer] < area[container[inner]]);
                if (smaller && contours.get(outer).encloses(ring.x(0), ring.y(0))) {
                    container[inner] = outer;
                }
            }
        }
        return container;
    }

    private static int[] nearestNeighbour(List<Contour> contours, int[] container) {
        int count = contours.size();
        var waitingFor = new int[count];
        for (int outer : container) {
            if (outer >= 0) {
                waitingFor[outer]++;
            }
        }
        var tour = new int[count];
        var done = new boolean[count];
        double x = 0, y = 0;
        for (int step = 0; step < count; step++) {
            int best = -1;
            double nearest = Double.POSITIVE_INFINITY;
            for (int c = 0; c < count; c++) {
                if (!done[c] && waitingFor[c] == 0) {
                    double distance = distance(contours.get(c).ring(), x, y);
                    if (distance < nearest) {
                        nearest = distance;
                        best = c;
                    }
                }
            }
            tour[step] = best;
            done[best] = true;
            if (container[best] >= 0) {
                waitingFor[container[best]]--;
            }
            Ring ring = contours.get(best).ring();
            x = ring.x(0);
            y = ring.y(0);
        }
        return tour;
    }

    private static double distance(Ring ring, double x, double y) {
        return Math.hypot(ring.x(0) - x, ring.y(0) - y);
    }

    private static void shorten(int[] tour, List<Contour> contours, int[] container) {
        var position = new int[tour.length];
        for (int i = 0; i < tour.length; i++) {
            position[tour[i]] = i;
        }
        for (int round = 0; round < ROUNDS; round++) {
            boolean improved = false;
            for (int from = 0; from < tour.length - 1; from++) {
                improved |= turnBestStretch(from, tour, position, contours, container);
            }
            if (!improved) {
                return;
            }
        }
    }

    private static boolean turnBestStretch(
            int from, int[] tour, int[] position, List<Contour> contours, int[] container) {
        // A stretch must end before the container of anything in it, else turning it would cut the container first.
        int limit = Math.min(tour.length, from + STRETCH);
        int bestEnd = -1;
        double best = 1e-6;
        for (int to = from + 1; to < limit; to++) {
            int outer = container[tour[to - 1]];
            if (outer >= 0) {
                limit = Math.min(limit, position[outer]);
            }
            if (to < limit) {
                double gain = gain(tour, contours, from, to);
                if (gain > best) {
                    best = gain;
                    bestEnd = to;
                }
            }
        }
        if (bestEnd < 0) {
            return false;
        }
        turn(tour, position, from, bestEnd);
        return true;
    }

    private static double gain(int[] tour, List<Contour> contours, int from, int to) {
        Ring first = contours.get(tour[from]).ring();
        Ring last = contours.get(tour[to]).ring();
        double beforeX = from == 0 ? 0 : contours.get(tour[from - 1]).ring().x(0);
        double beforeY = from == 0 ? 0 : contours.get(tour[from - 1]).ring().y(0);
        double gain = distance(first, beforeX, beforeY) - distance(last, beforeX, beforeY);
        if (to + 1 < tour.length) {
            Ring after = contours.get(tour[to + 1]).ring();
            gain += distance(last, after.x(0), after.y(0)) - distance(first, after.x(0), after.y(0));
        }
        return gain;
    }

    private static void turn(int[] tour, int[] position, int from, int to) {
        for (int i = from, j = to; i < j; i++, j--) {
            int held = tour[i];
            tour[i] = tour[j];
            tour[j] = held;
        }
        for (int i = from; i <= to; i++) {
            position[tour[i]] = i;
        }
    }
}
