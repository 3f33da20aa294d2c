package org.millwright.scheduling.tardiness;

import java.util.Arrays;

/** A growing stack of numbers. */
final class IntStack {
    private int[] items = new int[64];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    void push(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        items[size++] = item;
    }

    int pop() {
        return items[--size];
    }
}
