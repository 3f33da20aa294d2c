package org.millwright.scheduling.construct;

/** A set of clusters in the order in which they were added. */
final class ClusterSet {
    final int[] items;
    private final boolean[] contains;
    int count;

    ClusterSet(int clusters) {
        items = new int[clusters];
        contains = new boolean[clusters];
    }

    void add(int cluster) {
        if (!contains[cluster]) {
            contains[cluster] = true;
            items[count++] = cluster;
        }
    }

    boolean contains(int cluster) {
        return contains[cluster];
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            contains[items[i]] = false;
        }
        count = 0;
    }
}
