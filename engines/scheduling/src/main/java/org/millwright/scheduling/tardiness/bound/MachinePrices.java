package org.millwright.scheduling.tardiness.bound;

import java.util.Arrays;

/**
 * Prices of machine time, constant within stretches of ticks, in whole units of account; and, for a grid, what all time
 * before a tick costs together.
 */
final class MachinePrices {
    /** No machine's time is worth more in all, so that sums stay within an int. */
    private static final int LARGEST = 1 << 29;

    final int bucketTicks;
    final int buckets;
    /** By machine and bucket, of one tick; never negative. */
    final double[][] price;

    private final int[][] loaded;

    MachinePrices(int machines, int horizonTicks, int bucketTicks) {
        this.bucketTicks = bucketTicks;
        buckets = Math.ceilDiv(horizonTicks, bucketTicks);
        price = new double[machines][buckets];
        loaded = new int[machines][buckets];
    }

    /** By machine, tick within the cell and cell: the worth of the time before. */
    int[][][] table(StartGrid grid) {
        return new int[price.length][grid.ticksPerCell][grid.cells + grid.padCells + 1];
    }

    /** Rounds the prices to whole units and fills a table with their sums. */
    void load(StartGrid grid, int[][][] table) {
        int ticksPerCell = grid.ticksPerCell;
        int[] sums = new int[(grid.cells + grid.padCells + 1) * ticksPerCell];
        for (int k = 0; k < price.length; k++) {
            int[] target = ticksPerCell == 1 ? table[k][0] : sums;
            sum(k, grid.horizonTicks(), target);
            if (ticksPerCell > 1) {
                for (int r = 0; r < ticksPerCell; r++) {
                    int[] ofTick = table[k][r];
                    for (int cell = 0, t = r; cell < ofTick.length; cell++, t += ticksPerCell) {
                        ofTick[cell] = sums[t];
                    }
                }
            }
        }
    }

    private void sum(int k, int horizon, int[] sums) {
        int sum = 0;
        int t = 0;
        for (int b = 0; b < buckets; b++) {
            int until = Math.min(horizon, (b + 1) * bucketTicks);
            int each = (int) Math.min(Math.round(price[k][b]), (LARGEST - sum) / bucketTicks);
            loaded[k][b] = each;
            for (; t < until; t++) {
                sums[t] = sum;
                sum += each;
            }
        }
        Arrays.fill(sums, t, sums.length, sum);
    }

    /** What all time of all machines costs, as loaded. */
    long worth(int horizonTicks) {
        long worth = 0;
        for (int[] row : loaded) {
            for (int b = 0; b < buckets; b++) {
                int ticks = Math.min(horizonTicks, (b + 1) * bucketTicks) - b * bucketTicks;
                worth += (long) row[b] * Math.max(0, ticks);
            }
        }
        return worth;
    }
}
