package org.millwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.resource.EnergyTariff;
import org.millwright.scheduling.model.resource.EnergyTariff.Rate;
import org.millwright.scheduling.model.resource.Interval;
import org.millwright.scheduling.validation.TimetableValidator;

/** Runs that nobody waits for move to where energy is cheap. */
class A06_CheapHoursTest {
    private static final EnergyTariff NIGHT_IS_CHEAP =
            new EnergyTariff(0.4, List.of(new Rate(new Interval(20, 30), 0.1)), Map.of("mill", 3_600_000));

    @Test
    void aRunWithSlackMovesIntoCheapHoursAndOneWithoutStays() {
        ScheduleProblem problem = Shop.of("""
                machine mill
                job A due 40
                job B due 4
                op a of A on mill 5 setup 1
                op b of B on mill 4
                """);
        Solution solution = Scheduling.solve(problem, Budget.ofSteps(20), 1);
        EnergyPlan plan = Scheduling.inCheapHours(problem, solution.timetable(), NIGHT_IS_CHEAP);
        assertThat(TimetableValidator.violations(problem, plan.timetable())).isEmpty();
        assertThat(plan.moved()).containsExactly("a");
        assertThat(plan.timetable().getAssignment("b").runStartS()).isZero();
        assertThat(plan.timetable().getAssignment("a").runStartS()).isEqualTo(20);
        assertThat(plan.costBefore()).isCloseTo(9 * 0.4, within(1e-9));
        assertThat(plan.costAfter()).isCloseTo(4 * 0.4 + 5 * 0.1, within(1e-9));
    }

    @Test
    void othersMakeRoomWhereTheyGetNotTooLate() {
        ScheduleProblem problem = Shop.of("""
                machine mill
                machine saw
                job A due 40
                job B due 32 release 20
                op a of A on mill 5
                op b of B on mill 6 or saw 8
                """);
        Solution solution = Scheduling.solve(problem, Budget.ofSteps(20), 1);
        assertThat(solution.timetable().getAssignment("b").machineId()).isEqualTo("mill");
        EnergyPlan plan = Scheduling.inCheapHours(problem, solution.timetable(), NIGHT_IS_CHEAP);
        assertThat(TimetableValidator.violations(problem, plan.timetable())).isEmpty();
        assertThat(plan.timetable().getAssignment("a").runStartS()).isBetween(20L, 25L);
        assertThat(plan.timetable().getAssignment("b").machineId()).isEqualTo("saw");
        assertThat(plan.costAfter()).isCloseTo(5 * 0.1, within(1e-9));
    }

    @Test
    void whatFollowsARunMovesWithItIntoTheNight() {
        ScheduleProblem problem = Shop.of("""
                machine mill
                machine saw
                job C due 60
                op c1 of C on mill 5
                op c2 of C on saw 2 after c1
                """);
        Solution solution = Scheduling.solve(problem, Budget.ofSteps(20), 1);
        EnergyPlan plan = Scheduling.inCheapHours(problem, solution.timetable(), NIGHT_IS_CHEAP);
        assertThat(TimetableValidator.violations(problem, plan.timetable())).isEmpty();
        assertThat(plan.moved()).containsExactly("c1");
        assertThat(plan.timetable().getAssignment("c2").runStartS()).isEqualTo(25);
    }

    @Test
    void aStopKeepsWhatWasFound() {
        ScheduleProblem problem = RandomProblems.problem(new SplittableRandom(7), 12);
        Solution solution = Scheduling.solve(problem, Budget.ofSteps(20), 1);
        EnergyTariff tariff = tariff(problem, new SplittableRandom(8));
        List<Double> told = new ArrayList<>();
        EnergyPlan plan = Scheduling.inCheapHours(
                problem, solution.timetable(), tariff, (step, cost) -> told.add(cost), () -> !told.isEmpty());
        assertThat(told).hasSize(1);
        assertThat(plan.costAfter()).isEqualTo(told.getLast());
    }

    @Test
    void nothingMovesBeyondADueDateOrALongestWait() {
        ScheduleProblem problem = Shop.of("""
                machine mill
                machine saw
                job A due 24
                job B due 60
                job C due 20
                op a of A on mill 5
                op b1 of B on saw 3
                op b2 of B on mill 5 after b1 lag 0-6
                op c1 of C on mill 5
                op c2 of C on saw 2 after c1
                """);
        Solution solution = Scheduling.solve(problem, Budget.ofSteps(20), 1);
        EnergyPlan plan = Scheduling.inCheapHours(problem, solution.timetable(), NIGHT_IS_CHEAP);
        assertThat(TimetableValidator.violations(problem, plan.timetable())).isEmpty();
        assertThat(plan.moved()).isEmpty();
        assertThat(plan.costAfter()).isEqualTo(plan.costBefore());
    }

    @Test
    void whateverTheFactoryThePlanStaysValidAndNeverCostsOrDelaysMore() {
        for (long seed = 1; seed <= 300; seed++) {
            var random = new SplittableRandom(seed);
            ScheduleProblem problem = RandomProblems.problem(random, 6);
            Solution solution = Scheduling.solve(problem, Budget.ofSteps(5), seed);
            EnergyPlan plan = Scheduling.inCheapHours(problem, solution.timetable(), tariff(problem, random));
            Set<String> leftOut = new HashSet<>();
            solution.unscheduled().forEach(left -> leftOut.add(left.operationId()));
            assertThat(TimetableValidator.violations(problem, plan.timetable(), leftOut))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(plan.costAfter()).as("seed %d", seed).isLessThanOrEqualTo(plan.costBefore() + 1e-6);
            assertThat(PlanFigures.of(problem, plan.timetable()).objective().weightedTardinessS())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(solution.objective().weightedTardinessS());
        }
    }

    @Test
    void ratesThatOverlapAreRefused() {
        assertThatThrownBy(() -> new EnergyTariff(
                        1, List.of(new Rate(new Interval(0, 5), 1), new Rate(new Interval(4, 9), 2)), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 4 on begins before");
    }

    private static EnergyTariff tariff(ScheduleProblem problem, SplittableRandom random) {
        List<Rate> rates = new ArrayList<>();
        for (long hour = 0; hour < 240; hour += 6) {
            rates.add(new Rate(
                    new Interval(hour * RandomProblems.HOUR, (hour + 6) * RandomProblems.HOUR), random.nextDouble()));
        }
        Map<String, Integer> watts = new HashMap<>();
        problem.resources().forEach(resource -> watts.put(resource.id(), random.nextInt(4000)));
        return new EnergyTariff(1, rates, watts);
    }
}
