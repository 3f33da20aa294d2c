package org.millwright.scheduling.makespan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.makespan.exact.WindowSearch;

/** Tabu search on random shops; assertions recompute the whole graph after every move. */
class MakespanSearchTest {
    @Test
    void everyPlanOnTheWayHoldsAndIsAsLongAsItSays() {
        for (long seed = 1; seed <= 60; seed++) {
            var random = new SplittableRandom(seed);
            RandomShop drawn = RandomShop.of(random, random.nextInt(3));
            List<ShopPlanOrder> plans = new ArrayList<>();
            search(drawn.shop(), seed, 1, 400, plans);
            for (ShopPlanOrder plan : plans) {
                assertThat(drawn.violations(ShopTimes.of(drawn.shop(), plan), plan.makespan()))
                        .as("seed %d", seed)
                        .isEmpty();
            }
            assertThat(plans).extracting(ShopPlanOrder::makespan).isSortedAccordingTo((a, b) -> Integer.compare(b, a));
        }
    }

    @Test
    void twoThreadsWithTheSameSeedAndIterationsGiveTheSamePlan() {
        for (long seed = 1; seed <= 5; seed++) {
            RandomShop drawn = RandomShop.of(new SplittableRandom(seed), 1);
            ShopPlanOrder once = search(drawn.shop(), seed, 2, 3000, new ArrayList<>());
            ShopPlanOrder again = search(drawn.shop(), seed, 2, 3000, new ArrayList<>());
            assertThat(once.isCopyOf(again)).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void windowsShortenAPlanUntilTheWholeIsProvenAndTabuSearchIsNeverBetter() {
        for (long seed = 1; seed <= 12; seed++) {
            RandomShop drawn = RandomShop.of(new SplittableRandom(seed), (int) (seed % 3));
            ShopPlanOrder start = MakespanSearch.bestRule(drawn.shop());
            List<ShopPlanOrder> plans = new ArrayList<>();
            ShopPlanOrder best =
                    new WindowSearch(drawn.shop(), seed, () -> false).run(start, 1 + (int) (seed % 2), 0, plans::add);
            for (ShopPlanOrder plan : plans) {
                assertThat(drawn.violations(ShopTimes.of(drawn.shop(), plan), plan.makespan()))
                        .as("seed %d", seed)
                        .isEmpty();
            }
            assertThat(best.makespan())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(search(drawn.shop(), seed, 1, 2_000, new ArrayList<>())
                            .makespan());
        }
    }

    @Test
    void findsTheOptimumOfTheFisherAndThompsonInstanceOfSixBySix() {
        int[][] lines = {
            {2, 1, 0, 3, 1, 6, 3, 7, 5, 3, 4, 6},
            {1, 8, 2, 5, 4, 10, 5, 10, 0, 10, 3, 4},
            {2, 5, 3, 4, 5, 8, 0, 9, 1, 1, 4, 7},
            {1, 5, 0, 5, 2, 5, 3, 3, 4, 8, 5, 9},
            {2, 9, 1, 3, 4, 5, 5, 4, 0, 3, 3, 1},
            {1, 3, 3, 3, 5, 9, 0, 10, 4, 4, 2, 1}
        };
        int[][][] machines = new int[6][6][1];
        long[][][] durations = new long[6][6][1];
        for (int job = 0; job < 6; job++) {
            for (int i = 0; i < 6; i++) {
                machines[job][i][0] = lines[job][2 * i];
                durations[job][i][0] = lines[job][2 * i + 1];
            }
        }
        assertThat(search(new FlexibleShop(6, machines, durations), 1, 1, 20_000, new ArrayList<>())
                        .makespan())
                .isEqualTo(55);
    }

    private static ShopPlanOrder search(
            FlexibleShop shop, long seed, int threads, long iterations, List<ShopPlanOrder> plans) {
        var parameters = new MakespanSearch.Parameters(seed, threads, iterations, 0, 200, 4);
        return new MakespanSearch(shop, parameters, () -> false, plans::add).run();
    }

    private record RandomShop(int machineCount, int[][][] machines, long[][][] durations, FlexibleShop shop) {
        /** Flexibility 0 is a job shop that may come back to a machine; 2 lets about all machines do everything. */
        static RandomShop of(SplittableRandom random, int flexibility) {
            int jobs = 2 + random.nextInt(6);
            int machineCount = 1 + random.nextInt(5);
            int[][][] machines = new int[jobs][][];
            long[][][] durations = new long[jobs][][];
            for (int job = 0; job < jobs; job++) {
                int operations = 1 + random.nextInt(6);
                machines[job] = new int[operations][];
                durations[job] = new long[operations][];
                for (int i = 0; i < operations; i++) {
                    int choices = flexibility == 0 ? 1 : 1 + random.nextInt(machineCount);
                    int first = random.nextInt(machineCount);
                    machines[job][i] = new int[choices];
                    durations[job][i] = new long[choices];
                    for (int c = 0; c < choices; c++) {
                        machines[job][i][c] = (first + c) % machineCount;
                        durations[job][i][c] = random.nextInt(8) == 0 ? 0 : random.nextInt(20);
                    }
                }
            }
            return new RandomShop(
                    machineCount, machines, durations, new FlexibleShop(machineCount, machines, durations));
        }

        List<String> violations(ShopTimes times, int makespan) {
            List<String> violations = new ArrayList<>();
            List<List<long[]>> busy = new ArrayList<>();
            for (int k = 0; k < machineCount; k++) {
                busy.add(new ArrayList<>());
            }
            long end = 0;
            int v = 0;
            for (int job = 0; job < machines.length; job++) {
                long free = 0;
                for (int i = 0; i < machines[job].length; i++, v++) {
                    int choice =
                            Arrays.stream(machines[job][i]).boxed().toList().indexOf(times.machine(v));
                    if (choice < 0 || durations[job][i][choice] != times.end(v) - times.start(v)) {
                        violations.add("Operation %d has a wrong machine or duration.".formatted(v));
                    }
                    if (times.start(v) < free) {
                        violations.add("Operation %d starts too early.".formatted(v));
                    }
                    free = times.end(v);
                    if (times.end(v) > times.start(v)) {
                        busy.get(times.machine(v)).add(new long[] {times.start(v), times.end(v)});
                    }
                    end = Math.max(end, free);
                }
            }
            for (List<long[]> one : busy) {
                one.sort((a, b) -> Long.compare(a[0], b[0]));
                for (int i = 1; i < one.size(); i++) {
                    if (one.get(i)[0] < one.get(i - 1)[1]) {
                        violations.add("A machine does two things at %d.".formatted(one.get(i)[0]));
                    }
                }
            }
            if (end != makespan) {
                violations.add("The plan ends at %d, not at %d.".formatted(end, makespan));
            }
            return violations;
        }
    }
}
