package org.millwright.scheduling.tardiness;

import java.util.Arrays;

/** Times with a number each, the earliest first; of equal times the smallest number. */
final class EventHeap {
    private long[] heap = new long[64];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    int nextTime() {
        return (int) (heap[1] >>> 32);
    }

    void add(int time, int number) {
        if (++size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        long event = (long) time << 32 | number;
        int hole = size;
        while (hole > 1 && event < heap[hole >> 1]) {
            heap[hole] = heap[hole >> 1];
            hole >>= 1;
        }
        heap[hole] = event;
    }

    /** The number of the earliest event. */
    int removeFirst() {
        long first = heap[1];
        long moved = heap[size--];
        int hole = 1;
        while (2 * hole <= size) {
            int child = 2 * hole;
            if (child < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= moved) {
                break;
            }
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = moved;
        return (int) first;
    }
}
