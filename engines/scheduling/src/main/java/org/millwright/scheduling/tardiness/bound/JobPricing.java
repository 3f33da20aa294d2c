package org.millwright.scheduling.tardiness.bound;

import java.util.Arrays;
import org.millwright.scheduling.tardiness.shop.CostRule;
import org.millwright.scheduling.tardiness.shop.SetupShop;

/**
 * The cheapest way through the shop for one job that pays for the time it takes of machines and for being late, as if it
 * were alone: backwards from its end, by the cell in which each operation starts at the earliest.
 */
final class JobPricing {
    private static final int NEVER = 1 << 30;

    private final StartGrid grid;
    private final SetupShop shop;
    private final Account account;
    private final int[][][] paidBefore;
    /** By place in the job and cell: the least cost when the operation starts in the cell or later. */
    private final int[][] least;
    /** The same when it starts in that cell. */
    private final int[][] exactly;

    private final int[] begins;
    private final int[] ends;

    /** @param paidBefore table of {@link MachinePrices} */
    JobPricing(StartGrid grid, Account account, int[][][] paidBefore) {
        this.grid = grid;
        this.account = account;
        this.paidBefore = paidBefore;
        shop = grid.shop;
        int longest = 0;
        for (int job = 0; job < shop.jobCount; job++) {
            longest = Math.max(longest, shop.firstOfJob[job + 1] - shop.firstOfJob[job]);
        }
        least = new int[longest + 1][grid.cells + grid.padCells + 1];
        exactly = new int[longest][grid.cells + 1];
        begins = new int[grid.mostStretches() + 1];
        ends = new int[grid.mostStretches() + 1];
    }

    /** The least cost of a job in units of account. Whatever starts beyond the horizon counts as ending there. */
    int leastCost(CostRule rule, int job) {
        int first = shop.firstOfJob[job];
        int last = shop.firstOfJob[job + 1] - 1;
        int[] late = least[last + 1 - first];
        for (int cell = grid.head[last]; cell <= grid.cells; cell++) {
            long end = Math.min(Integer.MAX_VALUE, grid.timeOf(cell));
            late[cell] = account.units(shop.costOf(rule, job, (int) end));
        }
        Arrays.fill(late, grid.cells + 1, late.length, late[grid.cells]);
        for (int v = last; v >= first; v--) {
            prepend(v, v - first);
        }
        return least[0][grid.head[first]];
    }

    private void prepend(int v, int place) {
        int from = grid.head[v];
        int to = grid.cells;
        int[] here = exactly[place];
        int[] rest = least[place + 1];
        Arrays.fill(here, from, to + 1, NEVER);
        for (int mode = shop.firstMode[v]; mode < shop.firstMode[v + 1]; mode++) {
            int[][] paid = paidBefore[shop.modeMachine[mode]];
            int span = grid.spanTicks[mode];
            int[] paidAfter = paid[span % grid.ticksPerCell];
            int stretches = grid.startsWithin(mode, from, to, begins, ends);
            for (int i = 0; i < stretches; i++) {
                sweep(
                        here,
                        paid[0],
                        paidAfter,
                        rest,
                        begins[i],
                        ends[i],
                        span / grid.ticksPerCell,
                        grid.stepCells[mode]);
            }
        }
        int[] orLater = least[place];
        int running = rest[to];
        for (int cell = to; cell >= from; cell--) {
            running = Math.min(running, here[cell]);
            orLater[cell] = running;
        }
        Arrays.fill(orLater, to + 1, orLater.length, rest[to]);
    }

    /** Kept apart and plain, because compilers turn it into vector instructions. */
    private static void sweep(
            int[] here, int[] paid, int[] paidAfter, int[] rest, int from, int to, int span, int step) {
        for (int cell = from; cell <= to; cell++) {
            here[cell] = Math.min(here[cell], paidAfter[cell + span] - paid[cell] + rest[cell + step]);
        }
    }

    /**
     * Writes down the modes and cells of the way that {@link #leastCost} has just found for the job.
     *
     * @param modeOf by operation; -1 from where the job leaves the horizon
     */
    void trace(int job, int[] modeOf, int[] cellOf) {
        int first = shop.firstOfJob[job];
        int end = shop.firstOfJob[job + 1];
        int cell = grid.head[first];
        Arrays.fill(modeOf, first, end, -1);
        for (int v = first; v < end; v++) {
            cell = Math.max(cell, grid.head[v]);
            if (cell > grid.cells) {
                return;
            }
            int cost = least[v - first][cell];
            while (cell <= grid.cells && exactly[v - first][cell] != cost) {
                cell++;
            }
            if (cell > grid.cells) {
                return;
            }
            modeOf[v] = modeOf(v, v - first, cell, cost);
            cellOf[v] = cell;
            cell += grid.stepCells[modeOf[v]];
        }
    }

    private int modeOf(int v, int place, int cell, int cost) {
        for (int mode = shop.firstMode[v]; mode < shop.firstMode[v + 1]; mode++) {
            int[][] paid = paidBefore[shop.modeMachine[mode]];
            int span = grid.spanTicks[mode];
            int price = paid[span % grid.ticksPerCell][cell + span / grid.ticksPerCell]
                    - paid[0][cell]
                    + least[place + 1][cell + grid.stepCells[mode]];
            if (price == cost && grid.startsWithin(mode, cell, cell, begins, ends) > 0) {
                return mode;
            }
        }
        throw new IllegalStateException("No mode of operation %d costs %d in cell %d.".formatted(v, cost, cell));
    }
}
