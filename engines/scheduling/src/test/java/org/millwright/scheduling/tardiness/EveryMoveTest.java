package org.millwright.scheduling.tardiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.tardiness.shop.CostRule;
import org.millwright.scheduling.tardiness.shop.SetupShop;
import org.millwright.scheduling.tardiness.shop.WeeklyShifts;

/** Annealing of small shops with everything recomputed after every move. */
class EveryMoveTest {
    @Test
    void timesCostsAndSetupsAreInStepAfterEveryMove() {
        List<List<CostRule>> objectives = List.of(
                List.of(CostRule.TARDINESS),
                List.of(CostRule.MAKESPAN),
                List.of(new CostRule(0, 1, 0, 0), CostRule.TARDINESS),
                List.of(new CostRule(2, 5, 1, 3)),
                List.of(new CostRule(0, 0, 0, 1), CostRule.MAKESPAN));
        for (long seed = 1; seed <= 20; seed++) {
            SetupShop shop = shop(new SplittableRandom(seed));
            for (List<CostRule> levels : objectives) {
                SetupPlan plan = new SequenceSearch(shop, levels, seed, 1, 2_000, () -> 0, better -> {})
                        .recomputingAlways()
                        .run();
                assertThat(plan.values().getFirst())
                        .as("seed %d, %s", seed, levels)
                        .isGreaterThanOrEqualTo(shop.lowerBound(levels.getFirst()));
            }
        }
    }

    private static SetupShop shop(SplittableRandom random) {
        int machines = 2 + random.nextInt(3);
        List<SetupShop.Order> orders = new ArrayList<>();
        for (int job = 0; job < 2 + random.nextInt(8); job++) {
            List<SetupShop.Step> steps = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                int first = random.nextInt(machines);
                List<Integer> able = first + 1 < machines ? List.of(first, first + 1) : List.of(first);
                List<Integer> durations =
                        able.stream().map(k -> random.nextInt(90)).toList();
                steps.add(new SetupShop.Step(random.nextInt(3), able, durations));
            }
            orders.add(new SetupShop.Order(random.nextInt(100), random.nextInt(400), random.nextInt(4), steps));
        }
        int[][] setup = new int[machines][];
        @Nullable WeeklyShifts[] shifts = new WeeklyShifts[machines];
        for (int k = 0; k < machines; k++) {
            setup[k] = new int[] {0, 10, 25, 10, 0, 25, 25, 25, 0};
            shifts[k] = random.nextBoolean() ? null : new WeeklyShifts(300, new int[] {0}, new int[] {180});
        }
        return new SetupShop(orders, 3, setup, shifts);
    }
}
