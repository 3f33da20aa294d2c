package org.millwright.scheduling.construct.cluster;

/** A set of clusters in the order in which they were added. */
public final class ClusterSet {
    /** The first {@link #count} count. */
    public final int[] items;

    private final boolean[] contains;
    public int count;

    /** @param clusters how many there are */
    public ClusterSet(int clusters) {
        items = new int[clusters];
        contains = new boolean[clusters];
    }

    public void add(int cluster) {
        if (!contains[cluster]) {
            contains[cluster] = true;
            items[count++] = cluster;
        }
    }

    public boolean contains(int cluster) {
        return contains[cluster];
    }

    public void clear() {
        for (int i = 0; i < count; i++) {
            contains[items[i]] = false;
        }
        count = 0;
    }
}
