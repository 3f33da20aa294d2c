package org.millwright.processes.printing.toolpaths.beads;

import java.util.Arrays;

/** Which places lie on an edge, or fan out from a corner. */
final class PlacesOnBoundary {
    private final int[] first;
    private final int[] counts;
    private final int edges;

    /** @param edges as many as there are corners */
    PlacesOnBoundary(int edges) {
        this.edges = edges;
        first = new int[2 * edges];
        Arrays.fill(first, -1);
        counts = new int[2 * edges];
    }

    /** Adds the next place of an edge, or of the corner of which {@code element} is -1 less. */
    void add(int place, int element) {
        int slot = slot(element);
        if (counts[slot]++ == 0) {
            first[slot] = place;
        }
    }

    private int slot(int element) {
        return element >= 0 ? element : edges - 1 - element;
    }

    /** The place nearest to where a ball touches an element, or the nearest beside a corner without a fan. */
    int nearest(LocalWidth places, int touched, double x, double y, double middleX, double middleY) {
        int slot = slot(touched);
        if (counts[slot] == 0) {
            slot = slot(-1 - touched);
        }
        int begin = first[slot], end = begin + counts[slot] - 1;
        if (touched < 0 && counts[slot(touched)] > 0) {
            double best = Double.NEGATIVE_INFINITY;
            int found = begin;
            for (int place = begin; place <= end; place++) {
                double towards = places.nx[place] * (middleX - x) + places.ny[place] * (middleY - y);
                if (towards > best) {
                    best = towards;
                    found = place;
                }
            }
            return found;
        }
        double dx = places.x[end] - places.x[begin], dy = places.y[end] - places.y[begin];
        double square = dx * dx + dy * dy;
        double t = square == 0 ? 0 : ((x - places.x[begin]) * dx + (y - places.y[begin]) * dy) / square;
        return begin + (int) Math.clamp(Math.round(t * (end - begin)), 0L, end - begin);
    }
}
