package org.millwright.scheduling.makespan;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Builds active plans (Giffler and Thompson 1960): of the operations that could be next, those that compete for the
 * machine with the earliest possible completion; of these the one with the smallest key. O(operations × jobs).
 */
final class ActiveStart {
    /** Rules after which keys are filled: most work remaining, most operations remaining, longest tail after it, SPT. */
    static final int RULES = 4;

    private final FlexibleShop shop;
    private final int[] machine;
    private final int[] order;
    private final int[] machineFree;
    private final int[] jobFree;
    private final int[] next;
    private final int[] choice;
    private final int[] completion;

    ActiveStart(FlexibleShop shop) {
        this.shop = shop;
        machine = new int[shop.operationCount];
        order = new int[shop.operationCount];
        machineFree = new int[shop.machineCount];
        jobFree = new int[shop.jobCount];
        next = new int[shop.jobCount];
        choice = new int[shop.jobCount];
        completion = new int[shop.jobCount];
    }

    /** A plan by a rule whose keys are disturbed by up to {@code noise} times their size. */
    ShopPlanOrder build(int rule, double noise, SplittableRandom random) {
        double[] keys = new double[shop.operationCount];
        for (int job = 0; job < shop.jobCount; job++) {
            double rest = 0;
            for (int v = shop.firstOfJob[job + 1] - 1; v >= shop.firstOfJob[job]; v--) {
                double tail = rest;
                rest += shop.shortest[v];
                double key = switch (rule) {
                    case 0 -> -rest;
                    case 1 -> (double) v - shop.firstOfJob[job + 1];
                    case 2 -> -tail;
                    default -> shop.shortest[v];
                };
                keys[v] = noise == 0 ? key : key * (1 + noise * (2 * random.nextDouble() - 1));
            }
        }
        return build(keys);
    }

    private ShopPlanOrder build(double[] keys) {
        Arrays.fill(machineFree, 0);
        Arrays.fill(jobFree, 0);
        System.arraycopy(shop.firstOfJob, 0, next, 0, next.length);
        for (int job = 0; job < next.length; job++) {
            choose(job);
        }
        int makespan = 0;
        for (int planned = 0; planned < order.length; planned++) {
            int job = winner(keys);
            int v = next[job];
            int taken = shop.modeMachine[choice[job]];
            order[planned] = v;
            machine[v] = taken;
            int end = completion[job];
            makespan = Math.max(makespan, end);
            machineFree[taken] = end;
            jobFree[job] = end;
            next[job]++;
            choose(job);
            for (int other = 0; other < next.length; other++) {
                if (other != job && !isDone(other) && shop.modeMachine[choice[other]] == taken) {
                    choose(other);
                }
            }
        }
        return new ShopPlanOrder(machine.clone(), order.clone(), makespan);
    }

    private boolean isDone(int job) {
        return next[job] == shop.firstOfJob[job + 1];
    }

    private int winner(double[] keys) {
        int earliest = Integer.MAX_VALUE;
        int contested = -1;
        for (int job = 0; job < next.length; job++) {
            if (completion[job] < earliest) {
                earliest = completion[job];
                contested = shop.modeMachine[choice[job]];
            }
        }
        int best = -1;
        for (int job = 0; job < next.length; job++) {
            if (completion[job] != Integer.MAX_VALUE
                    && shop.modeMachine[choice[job]] == contested
                    && (completion[job] == earliest || Math.max(jobFree[job], machineFree[contested]) < earliest)
                    && (best < 0 || keys[next[job]] < keys[next[best]])) {
                best = job;
            }
        }
        return best;
    }

    /** Sets the mode in which the job's next operation would be complete first. */
    private void choose(int job) {
        completion[job] = Integer.MAX_VALUE;
        if (isDone(job)) {
            return;
        }
        int v = next[job];
        for (int mode = shop.firstMode[v]; mode < shop.firstMode[v + 1]; mode++) {
            int end = Math.max(jobFree[job], machineFree[shop.modeMachine[mode]]) + shop.modeDuration[mode];
            if (end < completion[job]) {
                completion[job] = end;
                choice[job] = mode;
            }
        }
    }
}
