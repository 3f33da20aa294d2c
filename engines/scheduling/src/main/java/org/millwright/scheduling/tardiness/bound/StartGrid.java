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

    private final Extents extents;

    StartGrid(SetupShop shop, Extents extents, int tick, int ticksPerCell, int horizonTicks) {
        this.shop = shop;
        this.extents = extents;
        this.tick = tick;
        this.ticksPerCell = ticksPerCell;
        cells = Math.ceilDiv(horizonTicks, ticksPerCell);
        spanTicks = new int[shop.modeMachine.length];
        stepCells = new int[shop.modeMachine.length];
        head = new int[shop.operationCount];
        int longest = 0;
        for (int v = 0; v < shop.operationCount; v++) {
            for (int mode = shop.firstMode[v]; mode < shop.firstMode[v + 1]; mode++) {
                spanTicks[mode] = Math.min(extents.taken[mode] / tick, cells * ticksPerCell);
                stepCells[mode] = cellsOf(extents.step[mode]);
                longest = Math.max(longest, Math.max(spanTicks[mode], stepCells[mode] * ticksPerCell));
            }
        }
        padCells = longest / ticksPerCell + 2;
        for (int job = 0; job < shop.jobCount; job++) {
            int cell = cellsOf(shop.release[job]);
            for (int v = shop.firstOfJob[job]; v < shop.firstOfJob[job + 1]; v++) {
                cell = Math.max(cell, cellsOf(extents.earliest[v]));
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
            return open.startsWithin(tick * ticksPerCell, extents.work[mode], firstCell, lastCell, begins, ends);
        }
        begins[0] = firstCell;
        ends[0] = lastCell;
        return firstCell <= lastCell ? 1 : 0;
    }
}
