package org.millwright.nesting.model;

import java.util.Arrays;

/** Brings rings into the form that {@link Polygon} promises and refuses those that have none. */
final class RingRules {
    private RingRules() {}

    static long[] oriented(long[] xy, boolean counterClockwise) {
        if (xy.length % 2 != 0) {
            throw new InvalidShape("A ring needs pairs of x and y, got %d numbers.".formatted(xy.length));
        }
        long[] ring = withoutRepetitions(xy);
        refuseSpikes(ring);
        refuseCrossings(ring);
        if (ring.length < 6 || twiceAreaUm2(ring) == 0) {
            throw new InvalidShape(
                    "A ring of %d distinct corners has no area. Maybe the part is tiny or a line was drawn?"
                            .formatted(ring.length / 2));
        }
        return twiceAreaUm2(ring) > 0 == counterClockwise ? ring : reversed(ring);
    }

    static long twiceAreaUm2(long[] ring) {
        long twice = 0;
        for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
            twice += (ring[j] - ring[0]) * (ring[i + 1] - ring[1]) - (ring[i] - ring[0]) * (ring[j + 1] - ring[1]);
        }
        return twice;
    }

    private static long[] withoutRepetitions(long[] xy) {
        long[] kept = new long[xy.length];
        int count = 0;
        for (int i = 0; i < xy.length; i += 2) {
            if (count == 0 || xy[i] != kept[count - 2] || xy[i + 1] != kept[count - 1]) {
                kept[count++] = xy[i];
                kept[count++] = xy[i + 1];
            }
        }
        while (count > 2 && kept[0] == kept[count - 2] && kept[1] == kept[count - 1]) {
            count -= 2;
        }
        return Arrays.copyOf(kept, count);
    }

    private static long[] reversed(long[] ring) {
        long[] reversed = new long[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            reversed[i] = ring[ring.length - 2 - i];
            reversed[i + 1] = ring[ring.length - 1 - i];
        }
        return reversed;
    }

    /** A line that runs out and back on itself has no area but would take room. */
    private static void refuseSpikes(long[] r) {
        for (int b = 0; b < r.length && r.length >= 6; b += 2) {
            int a = (b + r.length - 2) % r.length;
            int c = (b + 2) % r.length;
            long along = (r[b] - r[a]) * (r[c] - r[b]) + (r[b + 1] - r[a + 1]) * (r[c + 1] - r[b + 1]);
            if (along < 0 && side(r, a, b, c) == 0 && twiceAreaUm2(r) != 0) {
                throw new InvalidShape("The ring runs back on itself at (%s, %s) mm. Maybe a line was drawn twice?"
                        .formatted(r[b] / 1000.0, r[b + 1] / 1000.0));
            }
        }
    }

    private static void refuseCrossings(long[] ring) {
        int n = ring.length / 2;
        for (int i = 0; i < n; i++) {
            for (int j = i + 2; j < n; j++) {
                if (cross(ring, i, j, n)) {
                    throw new InvalidShape(
                            "The ring crosses itself at (%s, %s) mm. Maybe two contours were drawn as one?"
                                    .formatted(crossingMm(ring, i, j, 0), crossingMm(ring, i, j, 1)));
                }
            }
        }
    }

    /** Where two edges that cross do so, along one axis. */
    private static double crossingMm(long[] r, int i, int j, int axis) {
        int a = 2 * i;
        int b = (2 * i + 2) % r.length;
        int c = 2 * j;
        int d = (2 * j + 2) % r.length;
        double before = (double) (r[d] - r[c]) * (r[a + 1] - r[c + 1]) - (double) (r[d + 1] - r[c + 1]) * (r[a] - r[c]);
        double behind = (double) (r[d] - r[c]) * (r[b + 1] - r[c + 1]) - (double) (r[d + 1] - r[c + 1]) * (r[b] - r[c]);
        return Math.rint(r[a + axis] + (r[b + axis] - r[a + axis]) * before / (before - behind)) / 1000;
    }

    private static boolean cross(long[] r, int i, int j, int n) {
        int a = 2 * i;
        int b = 2 * ((i + 1) % n);
        int c = 2 * j;
        int d = 2 * ((j + 1) % n);
        return Math.max(r[a], r[b]) > Math.min(r[c], r[d])
                && Math.max(r[c], r[d]) > Math.min(r[a], r[b])
                && side(r, a, b, c) * side(r, a, b, d) < 0
                && side(r, c, d, a) * side(r, c, d, b) < 0;
    }

    private static int side(long[] r, int a, int b, int p) {
        return Long.signum((r[b] - r[a]) * (r[p + 1] - r[a + 1]) - (r[b + 1] - r[a + 1]) * (r[p] - r[a]));
    }
}
