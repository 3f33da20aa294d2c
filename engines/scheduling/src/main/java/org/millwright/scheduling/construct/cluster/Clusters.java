package org.millwright.scheduling.construct.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.model.Precedence;

/**
 * Groups of operations that must be placed together because a maximum lag ties them; all others are alone. The groups
 * form an acyclic graph: where a detour over an outside operation would close a circle, that operation joins the group.
 */
public final class Clusters {
    public final int[] clusterOf;
    /** Members of each cluster, predecessors first. */
    public final int[][] members;

    /** The clusters, predecessors first. */
    public final int[] topological;

    public Clusters(CompiledProblem compiled) {
        int count = compiled.before.length;
        int[] root = new int[count];
        Arrays.setAll(root, i -> i);
        boolean tied = false;
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < compiled.before[i].length; k++) {
                Precedence precedence = compiled.precedence(i, k);
                if (precedence.limitsWaiting()) {
                    union(root, i, compiled.before[i][k]);
                    tied = true;
                }
            }
        }
        int[] order = topologicalOperations(compiled);
        if (!tied) {
            clusterOf = number(root, order);
            members = members(clusterOf, count, order);
            topological = new int[count];
            Arrays.setAll(topological, i -> i);
            return;
        }
        while (true) {
            int[] cluster = number(root, order);
            int clusterCount = Arrays.stream(cluster).max().orElse(-1) + 1;
            List<Integer> sorted = sort(compiled, cluster, clusterCount);
            if (sorted.size() == clusterCount) {
                clusterOf = cluster;
                members = members(cluster, clusterCount, order);
                topological = sorted.stream().mapToInt(Integer::intValue).toArray();
                return;
            }
            boolean[] isSorted = new boolean[clusterCount];
            sorted.forEach(c -> isSorted[c] = true);
            int first = -1;
            for (int i = 0; i < count; i++) {
                if (!isSorted[cluster[i]]) {
                    first = first < 0 ? i : first;
                    union(root, i, first);
                }
            }
        }
    }

    private static int[] topologicalOperations(CompiledProblem compiled) {
        int count = compiled.before.length;
        int[] waiting = new int[count];
        int[] order = new int[count];
        int filled = 0;
        for (int i = 0; i < count; i++) {
            waiting[i] = compiled.before[i].length;
            if (waiting[i] == 0) {
                order[filled++] = i;
            }
        }
        for (int next = 0; next < filled; next++) {
            for (int successor : compiled.successors[order[next]]) {
                if (--waiting[successor] == 0) {
                    order[filled++] = successor;
                }
            }
        }
        return order;
    }

    private static int[] number(int[] root, int[] order) {
        int[] numberOfRoot = new int[root.length];
        Arrays.fill(numberOfRoot, -1);
        int[] cluster = new int[root.length];
        int next = 0;
        for (int i : order) {
            int r = find(root, i);
            if (numberOfRoot[r] < 0) {
                numberOfRoot[r] = next++;
            }
            cluster[i] = numberOfRoot[r];
        }
        return cluster;
    }

    private static List<Integer> sort(CompiledProblem compiled, int[] cluster, int clusterCount) {
        int[] waiting = new int[clusterCount];
        var successors = new ArrayList<List<Integer>>();
        for (int c = 0; c < clusterCount; c++) {
            successors.add(new ArrayList<>());
        }
        for (int i = 0; i < cluster.length; i++) {
            for (int earlier : compiled.before[i]) {
                if (cluster[earlier] != cluster[i]) {
                    waiting[cluster[i]]++;
                    successors.get(cluster[earlier]).add(cluster[i]);
                }
            }
        }
        var sorted = new ArrayList<Integer>();
        for (int c = 0; c < clusterCount; c++) {
            if (waiting[c] == 0) {
                sorted.add(c);
            }
        }
        for (int next = 0; next < sorted.size(); next++) {
            for (int successor : successors.get(sorted.get(next))) {
                if (--waiting[successor] == 0) {
                    sorted.add(successor);
                }
            }
        }
        return sorted;
    }

    private static int[][] members(int[] cluster, int clusterCount, int[] order) {
        int[] sizes = new int[clusterCount];
        for (int c : cluster) {
            sizes[c]++;
        }
        int[][] members = new int[clusterCount][];
        for (int c = 0; c < clusterCount; c++) {
            members[c] = new int[sizes[c]];
        }
        int[] filled = new int[clusterCount];
        for (int i : order) {
            members[cluster[i]][filled[cluster[i]]++] = i;
        }
        return members;
    }

    private static void union(int[] root, int a, int b) {
        root[find(root, a)] = find(root, b);
    }

    private static int find(int[] root, int i) {
        int r = i;
        while (root[r] != r) {
            r = root[r];
        }
        return r;
    }
}
