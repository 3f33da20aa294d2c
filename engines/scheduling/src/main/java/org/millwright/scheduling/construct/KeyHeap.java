package org.millwright.scheduling.construct;

/** A binary heap of small integers with double keys; equal keys leave in the order of the integers. */
public final class KeyHeap {
    private final double[] keys;
    private final int[] heap;
    private int size;

    /** @param capacity how many integers there are, from 0 on */
    public KeyHeap(int capacity) {
        keys = new double[capacity];
        heap = new int[capacity + 1];
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public void clear() {
        size = 0;
    }

    public void add(int item, double key) {
        keys[item] = key;
        int hole = ++size;
        while (hole > 1 && isBefore(item, heap[hole / 2])) {
            heap[hole] = heap[hole / 2];
            hole /= 2;
        }
        heap[hole] = item;
    }

    public int removeFirst() {
        int first = heap[1];
        int moved = heap[size--];
        int hole = 1;
        while (2 * hole <= size) {
            int child = 2 * hole;
            if (child < size && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], moved)) {
                break;
            }
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = moved;
        return first;
    }

    private boolean isBefore(int a, int b) {
        return keys[a] < keys[b] || (keys[a] == keys[b] && a < b);
    }
}
