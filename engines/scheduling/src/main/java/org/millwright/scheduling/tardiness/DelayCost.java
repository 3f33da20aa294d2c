package org.millwright.scheduling.tardiness;

import org.millwright.scheduling.tardiness.shop.SetupShop;

/**
 * What it costs to let an operation wait, by the time at which it waits: the apparent tardiness cost of Vepsalainen and
 * Morton (1987) with closed shifts taken into account. For each time, the job alone is followed through all its shifts to
 * its end; the price of a minute is the mean rise of that tardiness over an exponentially distributed wait. Without
 * shifts that is {@code weight × exp(-slack / scale)}; before a closing time it rises, overnight it is level.
 */
final class DelayCost {
    private static final double LEAST = 1e-9;
    private static final int MOST_BUCKETS = 900;
    private static final long MOST_CELLS = 12_000_000;

    private final SetupShop shop;
    private final int bucket;
    private final int buckets;
    /** By operation, from the bucket of its job's release on: the logarithm of the price of a minute. */
    private final float[][] logPrice;

    /** Scratch: the job's cost by when the operation may start, and by when it is over. */
    private final double[] cost;

    private final double[] earlier;

    /**
     * @param horizon where plans end, about; later than that the price stays what it is there
     * @param scale mean of the wait over which the rise is taken, in the unit of all times
     */
    DelayCost(SetupShop shop, int horizon, double scale) {
        this.shop = shop;
        int affordable = (int) Math.clamp(MOST_CELLS / Math.max(1, shop.operationCount), 100, MOST_BUCKETS);
        bucket = Math.max(1, Math.ceilDiv(horizon, affordable));
        buckets = Math.max(2, Math.ceilDiv(horizon, bucket) + 1);
        logPrice = new float[shop.operationCount][];
        cost = new double[buckets];
        earlier = new double[buckets];
        compute(scale);
    }

    private void compute(double scale) {
        double stays = Math.exp(-bucket / scale);
        for (int job = 0; job < shop.jobCount; job++) {
            int first = Math.min(buckets - 1, shop.release[job] / bucket);
            for (int t = first; t < buckets; t++) {
                cost[t] = (double) shop.weight[job] * Math.max(0, t * bucket - shop.due[job]);
            }
            for (int v = shop.firstOfJob[job + 1] - 1; v >= shop.firstOfJob[job]; v--) {
                passThrough(v, first, shop.weight[job]);
                tabulate(v, first, shop.weight[job], scale, stays);
            }
        }
    }

    /** The logarithm of the price of one more minute of waiting. */
    double logOf(int v, int now) {
        float[] own = logPrice[v];
        int at = now / bucket - (buckets - own.length);
        return own[Math.clamp(at, 0, own.length - 1)];
    }

    /** Turns the job's cost by when the operation is over into its cost by when the operation may start. */
    private void passThrough(int v, int first, int weight) {
        int mode = shortestMode(v);
        int k = shop.modeMachine[mode];
        int duration = shop.modeDuration[mode];
        System.arraycopy(cost, first, earlier, first, buckets - first);
        for (int t = first; t < buckets; t++) {
            int end = shop.fit(k, t * bucket, duration) + duration;
            int below = end / bucket;
            if (below >= buckets - 1) {
                cost[t] = earlier[buckets - 1] + (double) weight * (end - (buckets - 1) * (double) bucket);
            } else {
                double share = (end - below * (double) bucket) / bucket;
                cost[t] = earlier[below] * (1 - share) + earlier[below + 1] * share;
            }
        }
    }

    private void tabulate(int v, int first, int weight, double scale, double stays) {
        float[] own = new float[buckets - first];
        logPrice[v] = own;
        double mean = cost[buckets - 1] + weight * scale;
        for (int t = buckets - 1; t >= first; t--) {
            mean = (1 - stays) * cost[t] + stays * mean;
            own[t - first] = (float) Math.log(Math.max(LEAST, (mean - cost[t]) / scale));
        }
    }

    private int shortestMode(int v) {
        int mode = shop.firstMode[v];
        while (shop.modeDuration[mode] > shop.shortest[v]) {
            mode++;
        }
        return mode;
    }
}
