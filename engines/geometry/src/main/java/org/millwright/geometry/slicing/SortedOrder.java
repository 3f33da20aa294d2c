package org.millwright.geometry.slicing;

import java.util.Arrays;

/** The order that sorts numbers, without boxing them. */
final class SortedOrder {
    private SortedOrder() {}

    /** Positions in {@code values}, smallest value first. */
    static int[] of(double[] values) {
        int count = values.length;
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        // Each value goes to the next free place among its equals, found by binary search for the first of them.
        var order = new int[count];
        var taken = new int[count];
        for (int i = 0; i < count; i++) {
            int first = firstOf(sorted, values[i]);
            order[first + taken[first]++] = i;
        }
        return order;
    }

    private static int firstOf(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Double.compare(sorted[middle], value) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
