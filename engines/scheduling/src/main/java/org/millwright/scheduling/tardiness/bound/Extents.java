package org.millwright.scheduling.tardiness.bound;

import org.millwright.scheduling.tardiness.shop.SetupShop;

/**
 * How far operations reach, in the unit of all times, where that differs from how long they last. Each may be less than it
 * is, which makes a bound weaker, but never more.
 * Immutable by agreement: nobody writes into its arrays.
 */
public final class Extents {
    /** By mode: what must fit into one stretch of opening hours. */
    final int[] work;
    /** By mode: for how long nothing else may begin on the machine. */
    final int[] taken;
    /** By mode: after how long the job's next operation may begin, or the job is complete. */
    final int[] step;
    /** By operation: no plan begins it sooner. */
    final int[] earliest;

    /** Takes ownership of the arrays, which are indexed by mode, and the last by operation. */
    public Extents(int[] work, int[] taken, int[] step, int[] earliest) {
        this.work = work;
        this.taken = taken;
        this.step = step;
        this.earliest = earliest;
    }

    /** Of a shop without waits between operations: all of them are durations, and the least setup after each is taken too. */
    static Extents of(SetupShop shop) {
        int[] taken = new int[shop.modeDuration.length];
        int[][] candidates = candidates(shop);
        for (int v = 0; v < shop.operationCount; v++) {
            for (int mode = shop.firstMode[v]; mode < shop.firstMode[v + 1]; mode++) {
                taken[mode] = shop.modeDuration[mode] + leastSetupAfter(shop, v, shop.modeMachine[mode], candidates);
            }
        }
        return new Extents(shop.modeDuration, taken, shop.modeDuration, new int[shop.operationCount]);
    }

    /** By machine and family, how many operations may come to stand there. */
    private static int[][] candidates(SetupShop shop) {
        int[][] candidates = new int[shop.machineCount][shop.familyCount];
        for (int v = 0; v < shop.operationCount; v++) {
            for (int mode = shop.firstMode[v]; mode < shop.firstMode[v + 1]; mode++) {
                candidates[shop.modeMachine[mode]][shop.family[v]]++;
            }
        }
        return candidates;
    }

    /** Whatever follows an operation on a machine keeps at least this distance. */
    private static int leastSetupAfter(SetupShop shop, int v, int machine, int[][] candidates) {
        int least = Integer.MAX_VALUE;
        for (int family = 0; family < shop.familyCount; family++) {
            int itself = family == shop.family[v] ? 1 : 0;
            if (candidates[machine][family] > itself) {
                least = Math.min(least, shop.setup[machine][shop.family[v] * shop.familyCount + family]);
            }
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }
}
