package org.millwright.scheduling.makespan.tabu;

import org.millwright.scheduling.makespan.FlexibleShop;
import org.millwright.scheduling.makespan.ShopGraph;

/**
 * Moves of critical operations to other machines. Of the places on a machine only those are tried that the theorem of
 * Mastrolilli and Gambardella (2000) leaves: after all operations that are over before the job lets this one start, and
 * before all whose rest is shorter than what the job still needs.
 */
public final class TransferMoves {
    private final ShopGraph graph;
    private final TabuMemory tabu;

    public TransferMoves(ShopGraph graph, TabuMemory tabu) {
        this.graph = graph;
        this.tabu = tabu;
    }

    public void offerAll(CriticalPath path, MoveChoice choice, int iteration) {
        FlexibleShop shop = graph.shop;
        for (int i = path.first; i < path.operations.length; i++) {
            int v = path.operations[i];
            int ready = graph.jobReady(v);
            int rest = graph.jobTail(v);
            for (int mode = shop.firstMode[v]; mode < shop.firstMode[v + 1]; mode++) {
                int k = shop.modeMachine[mode];
                int duration = shop.modeDuration[mode];
                if (k != graph.machine[v] && choice.wants(ready + duration + rest)) {
                    offerOn(v, k, duration, ready, rest, choice, iteration);
                }
            }
        }
    }

    private void offerOn(int v, int k, int duration, int ready, int rest, MoveChoice choice, int iteration) {
        int[] head = graph.head;
        int[] tail = graph.tail;
        int[] length = graph.duration;
        int previous = -1;
        int next = graph.firstOn[k];
        while (next >= 0 && head[next] + length[next] <= ready) {
            previous = next;
            next = graph.after[next];
        }
        boolean forbidden = tabu.isForbidden(v, graph.shop.operationCount + k, iteration);
        while (true) {
            int start = previous < 0 ? ready : Math.max(ready, head[previous] + length[previous]);
            int remaining = next < 0 ? rest : Math.max(rest, tail[next] + length[next]);
            int estimate = start + duration + remaining;
            if (choice.wants(estimate) && isAcyclic(v, previous, next)) {
                choice.offer(v, k, duration, previous, estimate, forbidden);
            }
            if (next < 0 || tail[next] + length[next] <= rest) {
                return;
            }
            previous = next;
            next = graph.after[next];
        }
    }

    private boolean isAcyclic(int v, int previous, int next) {
        int jobNext = graph.shop.jobNext[v];
        int jobPrevious = graph.shop.jobPrevious[v];
        return (previous < 0 || jobNext < 0 || !graph.mayLead(jobNext, previous))
                && (next < 0 || jobPrevious < 0 || !graph.mayLead(next, jobPrevious));
    }
}
