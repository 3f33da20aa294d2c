package org.millwright.scheduling.makespan.tabu;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.millwright.scheduling.makespan.FlexibleShop;
import org.millwright.scheduling.makespan.Incumbent;
import org.millwright.scheduling.makespan.ShopGraph;
import org.millwright.scheduling.makespan.ShopPlanOrder;

/**
 * Tabu search from one plan: in each iteration the best allowed move of one critical path is made, even when it makes
 * the plan longer. Moved pairs may not be put back, nor an operation onto the machine it left, for a number of
 * iterations drawn around {@code 10 + jobs/machines} (Zhang et al. 2007).
 */
public final class TabuSearch {
    private static final int CLOCK_MASK = 63;

    private final FlexibleShop shop;
    private final ShopGraph graph;
    private final CriticalPath path;
    private final TabuMemory tabu;
    private final MoveChoice choice;
    private final BlockMoves blockMoves;
    private final TransferMoves transfers;
    private final SplittableRandom random;
    private final int shortTenure;
    private final int longTenure;
    private final int[] bestMachine;
    private final int[] bestOrder;
    private final Incumbent incumbent;
    private int bestMakespan;
    private long iterations;

    public TabuSearch(FlexibleShop shop, SplittableRandom random, Incumbent incumbent) {
        this.shop = shop;
        this.incumbent = incumbent;
        this.random = random;
        graph = new ShopGraph(shop);
        path = new CriticalPath(graph, random);
        tabu = new TabuMemory(shop.operationCount);
        choice = new MoveChoice(random);
        blockMoves = new BlockMoves(graph, tabu);
        transfers = new TransferMoves(graph, tabu);
        bestMachine = new int[shop.operationCount];
        bestOrder = new int[shop.operationCount];
        shortTenure = 10 + shop.jobCount / shop.machineCount;
        longTenure = (int) (shortTenure * (shop.jobCount <= 2 * shop.machineCount ? 1.4 : 1.5)) + 1;
    }

    /** Iterations of all runs so far. */
    public long iterations() {
        return iterations;
    }

    /**
     * Searches until so many iterations brought nothing new, the target is met, or somebody says stop.
     *
     * @param patience iterations without a better plan than all before in this run
     * @param target a makespan that need not be undercut
     */
    public ShopPlanOrder run(int[] machines, int[] order, int patience, int target, BooleanSupplier stop) {
        graph.load(machines, order);
        tabu.clear();
        keepBest();
        int idle = 0;
        for (int iteration = 1; idle < patience && bestMakespan > target; iteration++) {
            if ((iteration & CLOCK_MASK) == 0 && stop.getAsBoolean()) {
                break;
            }
            iterations++;
            idle++;
            path.draw();
            choice.reset(bestMakespan);
            blockMoves.offerAll(path, choice, iteration);
            if (shop.flexible) {
                transfers.offerAll(path, choice, iteration);
            }
            if (!choice.decide()) {
                break;
            }
            apply(iteration);
            if (graph.makespan < bestMakespan) {
                keepBest();
                idle = 0;
            }
        }
        return new ShopPlanOrder(bestMachine.clone(), bestOrder.clone(), bestMakespan);
    }

    private void keepBest() {
        bestMakespan = graph.makespan;
        System.arraycopy(graph.machine, 0, bestMachine, 0, bestMachine.length);
        System.arraycopy(graph.order, 0, bestOrder, 0, bestOrder.length);
        if (bestMakespan < incumbent.makespan()) {
            incumbent.offer(graph.snapshot());
        }
    }

    private void apply(int iteration) {
        int v = choice.operation;
        int from = graph.machine[v];
        int oldBefore = graph.before[v];
        int oldAfter = graph.after[v];
        if (!graph.move(v, choice.machine, choice.duration, choice.previous)) {
            return;
        }
        assert graph.isConsistent() : "The graph is out of step after iteration " + iteration;
        int until = iteration + shortTenure + random.nextInt(longTenure - shortTenure + 1);
        if (from != choice.machine) {
            tabu.forbid(v, shop.operationCount + from, until);
            return;
        }
        boolean movedLater = oldAfter >= 0 && graph.position[oldAfter] < graph.position[v];
        if (movedLater) {
            for (int w = graph.before[v]; w != oldBefore; w = graph.before[w]) {
                tabu.forbid(v, w, until);
            }
        } else {
            for (int w = graph.after[v]; w != oldAfter; w = graph.after[w]) {
                tabu.forbid(w, v, until);
            }
        }
    }
}
