package org.millwright.scheduling.tardiness.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.tardiness.shop.CostRule;
import org.millwright.scheduling.tardiness.shop.SetupShop;
import org.millwright.scheduling.tardiness.shop.WeeklyShifts;

/** Against the optimum of small shops, which is found by trying everything. */
class MachineTimeBoundTest {
    private static final CostRule BOTH = new CostRule(2, 50, 0, 0);

    @Test
    void noOptimumIsUndercutWhateverTheUnitOfTime() {
        int better = 0;
        for (long seed = 1; seed <= 400; seed++) {
            var random = new SplittableRandom(seed);
            int unit = List.of(1, 1, 60, 997).get(random.nextInt(4));
            SetupShop shop = randomShop(random, unit);
            CostRule rule = seed % 3 == 0 ? BOTH : CostRule.TARDINESS;
            long optimum = new EveryPlan(shop, rule).best();
            int planEnd = unit * (10 + random.nextInt(120));
            long bound = new MachineTimeBound(shop, rule, planEnd, 1 + (int) (seed % 2), seed).ofJobs(() -> 0, 40);
            assertThat(bound).as("seed %d", seed).isLessThanOrEqualTo(optimum);
            better += shop.lowerBound(rule, bound) > shop.lowerBound(rule) ? 1 : 0;
        }
        assertThat(better).isGreaterThan(100);
    }

    @Test
    void jobsThatMustQueueCostMoreThanEachAlone() {
        List<SetupShop.Order> orders = new ArrayList<>();
        for (int job = 0; job < 20; job++) {
            orders.add(new SetupShop.Order(0, 0, 1, List.of(new SetupShop.Step(0, List.of(0), List.of(10)))));
        }
        var shop = new SetupShop(orders, 1, new int[][] {{2}}, new WeeklyShifts[1]);
        long optimum = 0;
        for (int job = 0; job < 20; job++) {
            optimum += 12 * job + 10;
        }
        assertThat(shop.lowerBound(CostRule.TARDINESS)).isEqualTo(200);
        assertThat(new MachineTimeBound(shop, CostRule.TARDINESS, 240, 1, 1).ofJobs(() -> 0, 300))
                .isBetween((long) (0.75 * optimum), optimum);
    }

    @Test
    void theSameSeedGivesTheSameBoundWithAnyNumberOfThreads() {
        SetupShop shop = randomShop(new SplittableRandom(7), 60);
        long alone = new MachineTimeBound(shop, CostRule.TARDINESS, 5_000, 1, 3).ofJobs(() -> 0, 25);
        long together = new MachineTimeBound(shop, CostRule.TARDINESS, 5_000, 3, 3).ofJobs(() -> 0, 25);
        assertThat(together).isEqualTo(alone);
    }

    @Test
    void aBoundWithoutTimeStillHolds() {
        SetupShop shop = randomShop(new SplittableRandom(11), 1);
        assertThat(new MachineTimeBound(shop, CostRule.TARDINESS, 100, 1, 1).ofJobs(() -> 1, 25))
                .isLessThanOrEqualTo(new EveryPlan(shop, CostRule.TARDINESS).best());
    }

    private static SetupShop randomShop(SplittableRandom random, int unit) {
        int machines = 1 + random.nextInt(3);
        int families = 1 + random.nextInt(3);
        int[][] setup = new int[machines][families * families];
        @Nullable WeeklyShifts[] shifts = new WeeklyShifts[machines];
        for (int k = 0; k < machines; k++) {
            for (int i = 0; i < setup[k].length; i++) {
                setup[k][i] = unit * random.nextInt(6);
            }
            if (random.nextInt(3) == 0) {
                shifts[k] = new WeeklyShifts(
                        30 * unit, new int[] {2 * unit, 15 * unit}, new int[] {13 * unit, 14 * unit + 12 * unit});
            }
        }
        List<SetupShop.Order> orders = new ArrayList<>();
        int jobs = 2 + random.nextInt(3);
        for (int job = 0; job < jobs; job++) {
            List<SetupShop.Step> steps = new ArrayList<>();
            int count = 1 + random.nextInt(jobs == 4 ? 1 : 2);
            for (int i = 0; i < count; i++) {
                List<Integer> able = new ArrayList<>();
                List<Integer> durations = new ArrayList<>();
                int first = random.nextInt(machines);
                int choices = 1 + random.nextInt(Math.min(2, machines));
                for (int c = 0; c < choices; c++) {
                    able.add((first + c) % machines);
                    durations.add(random.nextInt(10 * unit) + random.nextInt(2));
                }
                steps.add(new SetupShop.Step(random.nextInt(families), able, durations));
            }
            orders.add(new SetupShop.Order(
                    random.nextInt(20 * unit), random.nextInt(25 * unit), random.nextInt(4), steps));
        }
        return new SetupShop(orders, families, setup, shifts);
    }

    /** Appends operations to machines in every order that agrees with the jobs, each as early as possible. */
    private static final class EveryPlan {
        private final SetupShop shop;
        private final CostRule rule;
        private final int[] next;
        private final int[] ready;
        private final int[] freeAt;
        private final int[] last;
        private long best = Long.MAX_VALUE;

        EveryPlan(SetupShop shop, CostRule rule) {
            this.shop = shop;
            this.rule = rule;
            next = new int[shop.jobCount];
            ready = shop.release.clone();
            freeAt = new int[shop.machineCount];
            last = new int[shop.machineCount];
            Arrays.fill(last, -1);
        }

        long best() {
            extend(0);
            return best;
        }

        private void extend(long cost) {
            if (cost >= best) {
                return;
            }
            boolean complete = true;
            for (int job = 0; job < shop.jobCount; job++) {
                int v = shop.firstOfJob[job] + next[job];
                if (v == shop.firstOfJob[job + 1]) {
                    continue;
                }
                complete = false;
                for (int mode = shop.firstMode[v]; mode < shop.firstMode[v + 1]; mode++) {
                    append(job, v, mode, cost);
                }
            }
            if (complete) {
                best = cost;
            }
        }

        private void append(int job, int v, int mode, long cost) {
            int k = shop.modeMachine[mode];
            int freeBefore = freeAt[k];
            int lastBefore = last[k];
            int readyBefore = ready[job];
            int from = lastBefore < 0 ? 0 : freeBefore + shop.setupBetween(k, lastBefore, v);
            int end = shop.fit(k, Math.max(readyBefore, from), shop.modeDuration[mode]) + shop.modeDuration[mode];
            freeAt[k] = end;
            last[k] = v;
            ready[job] = end;
            next[job]++;
            extend(cost
                    + (shop.firstOfJob[job] + next[job] == shop.firstOfJob[job + 1] ? shop.costOf(rule, job, end) : 0));
            next[job]--;
            ready[job] = readyBefore;
            last[k] = lastBefore;
            freeAt[k] = freeBefore;
        }
    }
}
