package org.millwright.scheduling.tardiness;

/** Operations waiting for their times to be renewed, the earliest start first; each is in it at most once. */
final class StartHeap {
    private final int[] heap;
    private final int[] key;
    private final boolean[] in;
    private int size;

    StartHeap(int capacity) {
        heap = new int[capacity + 1];
        key = new int[capacity];
        in = new boolean[capacity];
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        for (int i = 1; i <= size; i++) {
            in[heap[i]] = false;
        }
        size = 0;
    }

    void add(int v, int start) {
        if (in[v]) {
            return;
        }
        in[v] = true;
        key[v] = start;
        int hole = ++size;
        while (hole > 1 && start < key[heap[hole >> 1]]) {
            heap[hole] = heap[hole >> 1];
            hole >>= 1;
        }
        heap[hole] = v;
    }

    int removeFirst() {
        int first = heap[1];
        in[first] = false;
        int moved = heap[size--];
        int hole = 1;
        while (2 * hole <= size) {
            int child = 2 * hole;
            if (child < size && key[heap[child + 1]] < key[heap[child]]) {
                child++;
            }
            if (key[heap[child]] >= key[moved]) {
                break;
            }
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = moved;
        return first;
    }
}
