package org.millwright.scheduling.tardiness;

import java.util.Arrays;
import org.millwright.scheduling.tardiness.shop.SetupShop;

/**
 * Runs the shop forward in time: whenever a machine is free and something waits for it, the waiting operation with the
 * highest index goes next; what arrives while a machine that may do it is free starts where it is complete first.
 */
final class DispatchSimulation {
    private final SetupShop shop;
    final int[] machine;
    /** Operations in the order in which they were dispatched. */
    final int[] order;

    private final double meanDuration;
    private final double meanSetup;
    private final int[] remaining;
    private final double[] logRatio;
    private final double[] logDuration;
    private final int[] freeAt;
    private final int[] lastOn;
    private final boolean[] busy;
    private final boolean[] started;
    private final int[][] waiting;
    private final int[] waitingCount;
    private final EventHeap events = new EventHeap();
    private DispatchIndex rule = new DispatchIndex(DispatchIndex.Kind.EDD, 1, 1);
    private DelayCost[] prices = new DelayCost[0];
    private double[] setupScale = new double[0];
    private double[] haste = new double[0];
    private int dispatched;

    DispatchSimulation(SetupShop shop) {
        this.shop = shop;
        int count = shop.operationCount;
        machine = new int[count];
        order = new int[count];
        remaining = new int[count];
        logRatio = new double[count];
        logDuration = new double[shop.modeDuration.length];
        for (int mode = 0; mode < logDuration.length; mode++) {
            logDuration[mode] = Math.log(Math.max(1, shop.modeDuration[mode]));
        }
        freeAt = new int[shop.machineCount];
        lastOn = new int[shop.machineCount];
        busy = new boolean[shop.machineCount];
        started = new boolean[count];
        waiting = new int[shop.machineCount][16];
        waitingCount = new int[shop.machineCount];
        double total = 0;
        for (int job = 0; job < shop.jobCount; job++) {
            int rest = 0;
            for (int v = shop.firstOfJob[job + 1] - 1; v >= shop.firstOfJob[job]; v--) {
                rest += shop.shortest[v];
                remaining[v] = rest;
                logRatio[v] = Math.log(Math.max(1e-3, shop.weight[job]) / Math.max(1, shop.shortest[v]));
            }
            total += rest;
        }
        meanDuration = Math.max(1, total / Math.max(1, count));
        meanSetup = Math.max(1, shop.meanSetup());
    }

    /** Fills {@link #machine} and {@link #order}, by an index that knows nothing of shifts. */
    void run(DispatchIndex index) {
        rule = index;
        prices = new DelayCost[0];
        simulate();
    }

    /**
     * The same by the price of waiting.
     *
     * @param pricesOf by machine
     * @param setupScales by machine, how many mean setups divide urgency by e
     * @param hastes by machine, the power of the duration by which urgency is divided
     */
    void run(DelayCost[] pricesOf, double[] setupScales, double[] hastes) {
        prices = pricesOf;
        haste = hastes;
        setupScale = setupScales;
        simulate();
    }

    private void simulate() {
        dispatched = 0;
        Arrays.fill(freeAt, 0);
        Arrays.fill(lastOn, -1);
        Arrays.fill(busy, false);
        Arrays.fill(started, false);
        Arrays.fill(waitingCount, 0);
        for (int job = 0; job < shop.jobCount; job++) {
            events.add(shop.release[job], shop.machineCount + shop.firstOfJob[job]);
        }
        while (!events.isEmpty()) {
            int now = events.nextTime();
            int number = events.removeFirst();
            if (number >= shop.machineCount) {
                arrive(number - shop.machineCount, now);
            } else {
                busy[number] = false;
                serve(number, now);
            }
        }
    }

    private void arrive(int v, int now) {
        int bestMode = -1;
        int bestEnd = Integer.MAX_VALUE;
        for (int mode = shop.firstMode[v]; mode < shop.firstMode[v + 1]; mode++) {
            int k = shop.modeMachine[mode];
            if (!busy[k]) {
                int end = startOn(k, v, now, shop.modeDuration[mode]) + shop.modeDuration[mode];
                if (end < bestEnd) {
                    bestEnd = end;
                    bestMode = mode;
                }
            }
        }
        if (bestMode >= 0 && bestEnd - shop.modeDuration[bestMode] - now <= patience(bestMode, v)) {
            begin(v, shop.modeMachine[bestMode], bestEnd - shop.modeDuration[bestMode], bestEnd);
            return;
        }
        for (int mode = shop.firstMode[v]; mode < shop.firstMode[v + 1]; mode++) {
            int k = shop.modeMachine[mode];
            if (waitingCount[k] == waiting[k].length) {
                waiting[k] = Arrays.copyOf(waiting[k], 2 * waitingCount[k]);
            }
            waiting[k][waitingCount[k]++] = v;
        }
        if (bestMode >= 0) {
            int k = shop.modeMachine[bestMode];
            busy[k] = true;
            events.add(bestEnd - shop.modeDuration[bestMode], k);
        }
    }

    double meanDuration() {
        return meanDuration;
    }

    /** A start further away than the setup means a closed shift: then the choice is left until it opens. */
    private int patience(int mode, int v) {
        return shop.setupBetween(shop.modeMachine[mode], lastOn[shop.modeMachine[mode]], v);
    }

    private int startOn(int k, int v, int now, int duration) {
        int from = lastOn[k] < 0 ? now : Math.max(now, freeAt[k] + shop.setupBetween(k, lastOn[k], v));
        return shop.fit(k, from, duration);
    }

    private void serve(int k, int now) {
        int[] queue = waiting[k];
        int kept = 0;
        int best = -1;
        int bestStart = 0;
        int bestDuration = 0;
        double bestIndex = Double.NEGATIVE_INFINITY;
        int wake = Integer.MAX_VALUE;
        for (int i = 0; i < waitingCount[k]; i++) {
            int v = queue[i];
            if (started[v]) {
                continue;
            }
            queue[kept++] = v;
            int mode = shop.modeOn(v, k);
            int duration = shop.modeDuration[mode];
            int setup = shop.setupBetween(k, lastOn[k], v);
            int from = Math.max(now, freeAt[k] + setup);
            int start = shop.fit(k, from, duration);
            if (start > from) {
                wake = Math.min(wake, start);
                continue;
            }
            double index = index(v, k, mode, now, from - now);
            if (index > bestIndex) {
                bestIndex = index;
                best = v;
                bestStart = start;
                bestDuration = duration;
            }
        }
        waitingCount[k] = kept;
        if (best >= 0) {
            begin(best, k, bestStart, bestStart + bestDuration);
        } else if (wake < Integer.MAX_VALUE) {
            busy[k] = true;
            events.add(wake, k);
        }
    }

    private double index(int v, int k, int mode, int now, int wait) {
        if (prices.length > 0) {
            return prices[k].logOf(v, now) - haste[k] * logDuration[mode] - wait / (meanSetup * setupScale[k]);
        }
        int slack = Math.max(0, shop.due[shop.jobOf[v]] - now - remaining[v]);
        return rule.of(
                logRatio[v], shop.modeDuration[mode], slack / meanDuration, wait / meanSetup, shop.due[shop.jobOf[v]]);
    }

    private void begin(int v, int k, int start, int end) {
        started[v] = true;
        machine[v] = k;
        order[dispatched++] = v;
        busy[k] = true;
        freeAt[k] = end;
        lastOn[k] = v;
        events.add(end, k);
        if (!shop.isLast(v)) {
            events.add(end, shop.machineCount + v + 1);
        }
        assert end > start || shop.modeDuration[shop.modeOn(v, k)] == 0;
    }
}
