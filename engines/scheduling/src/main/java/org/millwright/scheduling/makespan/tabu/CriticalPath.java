package org.millwright.scheduling.makespan.tabu;

import java.util.SplittableRandom;
import org.millwright.scheduling.makespan.FlexibleShop;
import org.millwright.scheduling.makespan.ShopGraph;

/** One critical path of a plan, drawn by lot where several meet, cut into blocks of neighbours on one machine. */
public final class CriticalPath {
    private final ShopGraph graph;
    private final SplittableRandom random;
    /** The operations in order of time, in {@code [first, operations.length)}. */
    final int[] operations;

    int first;
    /** Where each block begins, as an index into {@link #operations}; one more entry marks the end. */
    final int[] blockStart;

    int blocks;

    public CriticalPath(ShopGraph graph, SplittableRandom random) {
        this.graph = graph;
        this.random = random;
        operations = new int[graph.shop.operationCount];
        blockStart = new int[graph.shop.operationCount + 1];
    }

    public void draw() {
        FlexibleShop shop = graph.shop;
        int v = -1;
        int seen = 0;
        for (int job = 1; job <= shop.jobCount; job++) {
            int last = shop.firstOfJob[job] - 1;
            if (graph.head[last] + graph.duration[last] == graph.makespan && random.nextInt(++seen) == 0) {
                v = last;
            }
        }
        first = operations.length;
        while (v >= 0) {
            operations[--first] = v;
            v = predecessor(v);
        }
        blocks = 0;
        for (int i = first; i < operations.length; i++) {
            if (i == first || graph.before[operations[i]] != operations[i - 1]) {
                blockStart[blocks++] = i;
            }
        }
        blockStart[blocks] = operations.length;
    }

    private int predecessor(int v) {
        int start = graph.head[v];
        int p = graph.shop.jobPrevious[v];
        int m = graph.before[v];
        boolean byJob = p >= 0 && graph.head[p] + graph.duration[p] == start;
        boolean byMachine = m >= 0 && graph.head[m] + graph.duration[m] == start;
        if (byJob && byMachine) {
            return random.nextBoolean() ? p : m;
        }
        if (byJob) {
            return p;
        }
        return byMachine ? m : -1;
    }
}
