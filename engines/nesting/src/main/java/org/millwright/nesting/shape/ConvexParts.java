package org.millwright.nesting.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Cuts rings into convex polygons: into trapezoids along vertical lines through all corners, which are then joined again
 * wherever the union is convex, or so nearly that hardly any area is added.
 */
final class ConvexParts {
    /** A union may be larger than its hull by so large a part of the whole shape. */
    private static final double ADDED = 2e-4;

    /** Joining takes time by the square of how many trapezoids there are. Very jagged shapes have more; they stay apart. */
    private static final int MOST_JOINED = 6_000;

    private ConvexParts() {}

    /** x, y in turn of each part, counter-clockwise. */
    static double[][] of(double[][] rings) {
        List<double[]> parts = new ArrayList<>();
        double[] breaks = Arrays.stream(rings)
                .flatMapToDouble(ring -> {
                    double[] xs = new double[ring.length / 2];
                    for (int i = 0; i < xs.length; i++) {
                        xs[i] = ring[2 * i];
                    }
                    return Arrays.stream(xs);
                })
                .sorted()
                .distinct()
                .toArray();
        for (int b = 0; b + 1 < breaks.length; b++) {
            addSlab(rings, breaks[b], breaks[b + 1], parts);
        }
        if (parts.size() > MOST_JOINED) {
            return parts.toArray(double[][]::new);
        }
        join(parts, ADDED * Math.abs(Rings.area(rings)));
        return parts.toArray(double[][]::new);
    }

    private static void addSlab(double[][] rings, double left, double right, List<double[]> parts) {
        List<double[]> crossing = new ArrayList<>();
        for (double[] ring : rings) {
            for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
                int a = ring[i] < ring[j] ? i : j;
                int b = ring[i] < ring[j] ? j : i;
                if (ring[a] <= left && ring[b] >= right && ring[a] < ring[b]) {
                    double slope = (ring[b + 1] - ring[a + 1]) / (ring[b] - ring[a]);
                    crossing.add(new double[] {
                        ring[a + 1] + slope * (left - ring[a]), ring[a + 1] + slope * (right - ring[a])
                    });
                }
            }
        }
        crossing.sort((a, b) -> Double.compare(a[0] + a[1], b[0] + b[1]));
        for (int i = 0; i + 1 < crossing.size(); i += 2) {
            double[] low = crossing.get(i);
            double[] high = crossing.get(i + 1);
            double[] hull = Rings.hull(new double[] {left, low[0], right, low[1], right, high[1], left, high[0]});
            if (hull.length >= 6) {
                parts.add(hull);
            }
        }
    }

    /** Joins neighbours, those first whose union adds least. */
    private static void join(List<double[]> parts, double allowance) {
        var unions = new PriorityQueue<Union>();
        boolean[] gone = new boolean[2 * parts.size()];
        List<double[]> boxes = new ArrayList<>();
        parts.forEach(part -> boxes.add(box(part)));
        for (int i = 0; i < parts.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (areNeighbours(boxes.get(j), boxes.get(i))) {
                    propose(parts, j, i, allowance, unions);
                }
            }
        }
        double left = allowance;
        while (!unions.isEmpty()) {
            Union union = unions.remove();
            if (gone[union.first] || gone[union.second] || union.added > left) {
                continue;
            }
            left -= Math.max(0, union.added);
            gone[union.first] = true;
            gone[union.second] = true;
            double[] hull = hullOf(parts.get(union.first), parts.get(union.second));
            parts.add(hull);
            boxes.add(box(hull));
            for (int i = 0; i < parts.size() - 1; i++) {
                if (!gone[i] && areNeighbours(boxes.get(i), boxes.getLast())) {
                    propose(parts, i, parts.size() - 1, left, unions);
                }
            }
        }
        List<double[]> joined = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (!gone[i]) {
                joined.add(parts.get(i));
            }
        }
        parts.clear();
        parts.addAll(joined);
    }

    /** Two parts and what would be if they were one. */
    private record Union(int first, int second, double added) implements Comparable<Union> {
        private static final Comparator<Union> LEAST_FIRST = Comparator.comparingDouble(Union::added)
                .thenComparingInt(Union::second)
                .thenComparingInt(Union::first);

        @Override
        public int compareTo(Union other) {
            return LEAST_FIRST.compare(this, other);
        }
    }

    private static void propose(List<double[]> parts, int first, int second, double most, PriorityQueue<Union> unions) {
        double[] a = parts.get(first);
        double[] b = parts.get(second);
        double added = Rings.area(hullOf(a, b)) - Rings.area(a) - Rings.area(b);
        if (added <= most) {
            unions.add(new Union(first, second, added));
        }
    }

    /** Whether boxes touch; only then can a union be nearly convex. */
    private static boolean areNeighbours(double[] p, double[] q) {
        return p[0] <= q[2] && q[0] <= p[2] && p[1] <= q[3] && q[1] <= p[3];
    }

    private static double[] box(double[] ring) {
        double[] box = {ring[0], ring[1], ring[0], ring[1]};
        for (int i = 0; i < ring.length; i += 2) {
            box[0] = Math.min(box[0], ring[i]);
            box[1] = Math.min(box[1], ring[i + 1]);
            box[2] = Math.max(box[2], ring[i]);
            box[3] = Math.max(box[3], ring[i + 1]);
        }
        return box;
    }

    private static double[] hullOf(double[] a, double[] b) {
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return Rings.hull(all);
    }
}
