package org.millwright.nesting.place;

import java.util.ArrayList;
import java.util.List;

/** What parts on one piece of stock must not meet: the edge of the stock and its zones, and parts that lie there. */
final class Obstacles {
    /** Those of the stock reach far and meet every part. */
    final List<Obstacle> ofStock = new ArrayList<>();

    /** Parts, sorted by their left ends, so that only those near a place are looked at. */
    private final List<Obstacle> parts = new ArrayList<>();

    private long widestUm;
    private int last;

    /** @param quality of the stock there; parts that need no more may lie on it */
    record Obstacle(Trapezoids shape, long dxUm, long dyUm, int quality) {
        long leftUm() {
            return shape.minXUm() + dxUm;
        }

        long rightUm() {
            return shape.maxXUm() + dxUm;
        }
    }

    void add(Obstacle part) {
        last = firstAfter(part.leftUm());
        parts.add(last, part);
        widestUm = Math.max(widestUm, part.rightUm() - part.leftUm());
    }

    /** Takes the part off that was added last. */
    void removeLast() {
        parts.remove(last);
    }

    int count() {
        return parts.size();
    }

    Obstacle get(int index) {
        return parts.get(index);
    }

    /** No part is wider. */
    long widestUm() {
        return widestUm;
    }

    /** Index of the first part that can reach {@code x}. */
    int firstReaching(long x) {
        return firstAfter(x - widestUm - 1);
    }

    /** Index of the first part that begins right of {@code x}. */
    private int firstAfter(long x) {
        int low = 0;
        int high = parts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (parts.get(middle).leftUm() > x) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
