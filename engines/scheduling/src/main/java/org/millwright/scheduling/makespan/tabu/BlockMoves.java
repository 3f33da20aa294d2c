package org.millwright.scheduling.makespan.tabu;

import org.millwright.scheduling.makespan.ShopGraph;

/**
 * Moves within critical blocks: any operation to either end of its block, and the operation at an end to any place
 * inside (N6 of Balas and Vazacopoulos 1998, extended to N7 by Zhang et al. 2007). A move is estimated by renewing heads
 * and tails on the stretch it changes.
 */
public final class BlockMoves {
    private final ShopGraph graph;
    private final TabuMemory tabu;
    private final int[] newHead;

    public BlockMoves(ShopGraph graph, TabuMemory tabu) {
        this.graph = graph;
        this.tabu = tabu;
        newHead = new int[graph.shop.operationCount];
    }

    public void offerAll(CriticalPath path, MoveChoice choice, int iteration) {
        for (int block = 0; block < path.blocks; block++) {
            int from = path.blockStart[block];
            int to = path.blockStart[block + 1] - 1;
            if (from == to) {
                continue;
            }
            int[] operations = path.operations;
            boolean isFirst = block == 0;
            boolean isLast = block == path.blocks - 1;
            if (!isLast) {
                for (int i = from; i < to; i++) {
                    offerLater(operations, i, to, choice, iteration);
                }
            }
            if (!isFirst) {
                for (int i = from + 1; i <= to; i++) {
                    offerEarlier(operations, from, i, choice, iteration);
                }
            }
            if (!isFirst) {
                for (int i = from + 1; i < to; i++) {
                    offerLater(operations, from, i, choice, iteration);
                }
            }
            if (!isLast) {
                for (int i = from + 1; i < to; i++) {
                    offerEarlier(operations, i, to, choice, iteration);
                }
            }
        }
    }

    /** The operation at index i right after the one at index j. */
    private void offerLater(int[] path, int i, int j, MoveChoice choice, int iteration) {
        int u = path[i];
        int v = path[j];
        int next = graph.shop.jobNext[u];
        if (next >= 0 && graph.mayLead(next, v)) {
            return;
        }
        int previous = graph.before[u];
        int ready = previous < 0 ? 0 : graph.head[previous] + graph.duration[previous];
        boolean forbidden = false;
        for (int x = i + 1; x <= j; x++) {
            int w = path[x];
            int start = Math.max(ready, graph.jobReady(w));
            newHead[x] = start;
            ready = start + graph.duration[w];
            forbidden |= tabu.isForbidden(w, u, iteration);
        }
        int start = Math.max(ready, graph.jobReady(u));
        int following = graph.after[v];
        int rest = following < 0 ? 0 : graph.tail[following] + graph.duration[following];
        rest = Math.max(rest, graph.jobTail(u));
        int estimate = start + graph.duration[u] + rest;
        rest += graph.duration[u];
        for (int x = j; x > i; x--) {
            int w = path[x];
            int tail = Math.max(rest, graph.jobTail(w));
            rest = tail + graph.duration[w];
            estimate = Math.max(estimate, newHead[x] + rest);
        }
        choice.offer(u, graph.machine[u], graph.duration[u], v, estimate, forbidden);
    }

    /** The operation at index j right before the one at index i. */
    private void offerEarlier(int[] path, int i, int j, MoveChoice choice, int iteration) {
        int u = path[i];
        int v = path[j];
        int before = graph.shop.jobPrevious[v];
        if (before >= 0 && graph.mayLead(u, before)) {
            return;
        }
        int previous = graph.before[u];
        int ready = previous < 0 ? 0 : graph.head[previous] + graph.duration[previous];
        int first = Math.max(ready, graph.jobReady(v));
        ready = first + graph.duration[v];
        boolean forbidden = false;
        for (int x = i; x < j; x++) {
            int w = path[x];
            int start = Math.max(ready, graph.jobReady(w));
            newHead[x] = start;
            ready = start + graph.duration[w];
            forbidden |= tabu.isForbidden(v, w, iteration);
        }
        int following = graph.after[v];
        int rest = following < 0 ? 0 : graph.tail[following] + graph.duration[following];
        int estimate = 0;
        for (int x = j - 1; x >= i; x--) {
            int w = path[x];
            int tail = Math.max(rest, graph.jobTail(w));
            rest = tail + graph.duration[w];
            estimate = Math.max(estimate, newHead[x] + rest);
        }
        int tail = Math.max(rest, graph.jobTail(v));
        estimate = Math.max(estimate, first + graph.duration[v] + tail);
        choice.offer(v, graph.machine[v], graph.duration[v], graph.before[u], estimate, forbidden);
    }
}
