package org.millwright.scheduling.makespan;

import java.util.SplittableRandom;

/**
 * A plan between two others. Operations are ordered by a weighted mean of their ranks in both parents, so whatever both
 * agree on is kept and no circle can arise; where machines differ, one parent's is drawn. The point reached is one of
 * those on the paths of path relinking (Peng, Lü and Cheng 2015) about half way, found without walking.
 */
final class Relinking {
    private final FlexibleShop shop;
    final int[] machine;
    final int[] order;
    private final double[] key;
    private final long[] sortable;

    Relinking(FlexibleShop shop) {
        this.shop = shop;
        machine = new int[shop.operationCount];
        order = new int[shop.operationCount];
        key = new double[shop.operationCount];
        sortable = new long[shop.operationCount];
    }

    /** Fills {@link #machine} and {@link #order} with a plan {@code share} of the way from a to b. */
    void between(ShopPlanOrder a, ShopPlanOrder b, double share, SplittableRandom random) {
        int count = shop.operationCount;
        for (int i = 0; i < count; i++) {
            key[a.order()[i]] = (1 - share) * i;
        }
        for (int i = 0; i < count; i++) {
            key[b.order()[i]] += share * i;
        }
        for (int v = 0; v < count; v++) {
            machine[v] =
                    a.machine()[v] == b.machine()[v] || random.nextDouble() >= share ? a.machine()[v] : b.machine()[v];
        }
        sort();
    }

    /** Sorts by key; equal keys by number, which agrees with the jobs. */
    private void sort() {
        int count = shop.operationCount;
        for (int v = 0; v < count; v++) {
            // Keys are below 2^31 and are kept to 2^-12, finer than ranks can differ by without being equal.
            sortable[v] = (long) (key[v] * 512) << 24 | v;
        }
        java.util.Arrays.sort(sortable);
        for (int i = 0; i < count; i++) {
            order[i] = (int) (sortable[i] & 0xFFFFFF);
        }
    }
}
