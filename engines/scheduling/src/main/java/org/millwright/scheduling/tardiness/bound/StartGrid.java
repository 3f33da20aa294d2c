package org.millwright.scheduling.tardiness.bound;

import java.util.Arrays;
import org.millwright.scheduling.tardiness.shop.SetupShop;

/**
 * Starts of operations on a grid of cells of some ticks each; a tick is some units of time.
 *
 * <p>With cells of one tick nothing is lost to rounding in the wrong direction: a plan's starts rounded down to ticks keep
 * the order of jobs and machines when durations are rounded down too, so what holds for all plans on the grid holds for all
 * plans. With larger cells everything is rounded to the nearest, which is quick and only good for finding prices.
 */
final class StartGrid {
    final SetupShop shop;
    final int tick;
    final int ticksPerCell;
    /** Starts in cells from 0 to this one; whatever starts later pays nothing for machines. */
    final int cells;
    /** By mode: for how many ticks the machine is taken, by the work and the least setup after it. */
    final int[] spanTicks;
    /** By mode: how many cells later the job's next operation may start. */
    final int[] stepCells;
    /** By operation: the first cell in which it may start, as releases and the operations before have it. */
    final int[] head;
    /** No span or step is longer. */
    final int padCells;

    StartGrid(SetupShop shop, int tick, int ticksPerCell, int horizonTicks) {
        this.shop = shop;
        this.tick = tick;
        this.ticksPerCell = ticksPerCell;
        cells = Math.ceilDiv(horizonTicks, ticksPerCell);
        spanTicks = new int[shop.modeMachine.length];
        stepCells = new int[shop.modeMachine.length];
        head = new int[shop.operationCount];
        int[][] candidates = candidates();
        int longest = 0;
        for (int v = 0; v < shop.operationCount; v++) {
            for (int mode = shop.firstMode[v]; mode < shop.firstMode[v + 1]; mode++) {
                int taken = shop.modeDuration[mode] + leastSetupAfter(v, shop.modeMachine[mode], candidates);
                spanTicks[mode] = Math.min(taken / tick, cells * ticksPerCell);
                stepCells[mode] = cellsOf(shop.modeDuration[mode]);
                longest = Math.max(longest, spanTicks[mode]);
            }
        }
        padCells = longest / ticksPerCell + 2;
        for (int job = 0; job < shop.jobCount; job++) {
            int cell = cellsOf(shop.release[job]);
            for (int v = shop.firstOfJob[job]; v < shop.firstOfJob[job + 1]; v++) {
                head[v] = cell;
                cell = Math.min(cells, cell + shortestStep(v));
            }
        }
    }

    /** To the nearest cell, but never up when a cell is a tick. */
    private int cellsOf(int time) {
        return Math.min(cells, (time / tick + ticksPerCell / 2) / ticksPerCell);
    }

    private int shortestStep(int v) {
        int shortest = Integer.MAX_VALUE;
        for (int mode = shop.firstMode[v]; mode < shop.firstMode[v + 1]; mode++) {
            shortest = Math.min(shortest, stepCells[mode]);
        }
        return shortest;
    }

    /** By machine and family, how many operations may come to stand there. */
    private int[][] candidates() {
        int[][] candidates = new int[shop.machineCount][shop.familyCount];
        for (int v = 0; v < shop.operationCount; v++) {
            for (int mode = shop.firstMode[v]; mode < shop.firstMode[v + 1]; mode++) {
                candidates[shop.modeMachine[mode]][shop.family[v]]++;
            }
        }
        return candidates;
    }

    /** Whatever follows an operation on a machine keeps at least this distance. */
    private int leastSetupAfter(int v, int machine, int[][] candidates) {
        int least = Integer.MAX_VALUE;
        for (int family = 0; family < shop.familyCount; family++) {
            int itself = family == shop.family[v] ? 1 : 0;
            if (candidates[machine][family] > itself) {
                least = Math.min(least, shop.setup[machine][shop.family[v] * shop.familyCount + family]);
            }
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }

    int horizonTicks() {
        return cells * ticksPerCell;
    }

    /** A cell's beginning in units of time. */
    long timeOf(int cell) {
        return (long) cell * ticksPerCell * tick;
    }

    /** Long enough for the stretches of any machine. */
    int mostStretches() {
        return Arrays.stream(shop.shifts)
                .mapToInt(open -> open == null ? 1 : open.stretchesUntil(timeOf(cells)))
                .max()
                .orElse(1);
    }

    /** As {@code WeeklyShifts} fills them, between two cells. */
    int startsWithin(int mode, int firstCell, int lastCell, int[] begins, int[] ends) {
        var open = shop.shifts[shop.modeMachine[mode]];
        if (open != null) {
            return open.startsWithin(tick * ticksPerCell, shop.modeDuration[mode], firstCell, lastCell, begins, ends);
        }
        begins[0] = firstCell;
        ends[0] = lastCell;
        return firstCell <= lastCell ? 1 : 0;
    }
}
