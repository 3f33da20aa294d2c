package org.millwright.geometry.mesh;

/** The numbers from 0 grouped by union and find; the lowest number of a group stands for it. */
public final class DisjointSets {
    private final int[] parents;

    /** Every number below the size in a group of its own. */
    public DisjointSets(int size) {
        parents = new int[size];
        for (int i = 0; i < size; i++) {
            parents[i] = i;
        }
    }

    /** The lowest number in the group of this one. */
    public int find(int element) {
        int root = element;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /** Makes one group of the groups of these two. */
    public void unite(int a, int b) {
        int rootA = find(a);
        int rootB = find(b);
        if (rootA < rootB) {
            parents[rootB] = rootA;
        } else {
            parents[rootA] = rootB;
        }
    }

    /** Unites what other sets over as many elements have united. */
    void uniteAll(DisjointSets other) {
        for (int element = 0; element < parents.length; element++) {
            if (other.parents[element] != element) {
                unite(element, other.parents[element]);
            }
        }
    }

    int count() {
        int count = 0;
        for (int i = 0; i < parents.length; i++) {
            if (parents[i] == i) {
                count++;
            }
        }
        return count;
    }
}
