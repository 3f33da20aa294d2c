package org.millwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.millwright.scheduling.objective.Objective.minimise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.EnergyTariff;
import org.millwright.scheduling.model.resource.EnergyTariff.Rate;
import org.millwright.scheduling.model.resource.Interval;
import org.millwright.scheduling.objective.Measure;
import org.millwright.scheduling.objective.Measure.Figure;
import org.millwright.scheduling.objective.Objective;
import org.millwright.scheduling.objective.Objective.Level;
import org.millwright.scheduling.objective.Objective.Term;
import org.millwright.scheduling.objective.ObjectiveEvaluator;
import org.millwright.scheduling.objective.ObjectiveValue;
import org.millwright.scheduling.validation.TimetableValidator;

/** What one asks for decides which plan is best. */
class A07_ObjectivesTest {
    /** After the long job three short ones are a little late, or one of them a little more. */
    private static final ScheduleProblem LONG_OR_SHORT = Shop.of("""
            machine mill
            job A due 10
            job B due 11
            job C due 13
            job D due 15
            op a of A on mill 10
            op b of B on mill 2
            op c of C on mill 2
            op d of D on mill 2
            """);

    private static final EnergyTariff NIGHT_IS_CHEAP =
            new EnergyTariff(0.5, List.of(new Rate(new Interval(20, 30), 0.25)), Map.of("mill", 3_600_000));

    @Test
    void fewLateJobsMayCostMoreTardiness() {
        assertThat(measures(LONG_OR_SHORT, Objective.DEFAULT, Figure.LATE_JOBS, Figure.WEIGHTED_TARDINESS_S))
                .containsExactly(3, 3);
        assertThat(measures(
                        LONG_OR_SHORT,
                        minimise(Figure.LATE_JOBS).then(Figure.WEIGHTED_TARDINESS_S),
                        Figure.LATE_JOBS,
                        Figure.WEIGHTED_TARDINESS_S))
                .containsExactly(1, 5);
    }

    @Test
    void aLaterLevelDecidesOnlyBetweenEquals() {
        assertThat(value(LONG_OR_SHORT, minimise(Figure.WEIGHTED_TARDINESS_S).then(Figure.LATE_JOBS)))
                .isEqualTo(new ObjectiveValue(0, List.of(3.0, 3.0)));
        assertThat(value(LONG_OR_SHORT, minimise(Figure.LATE_JOBS).then(Figure.WEIGHTED_TARDINESS_S)))
                .isEqualTo(new ObjectiveValue(0, List.of(1.0, 5.0)));
    }

    @Test
    void withinALevelWeightsDecide() {
        assertThat(value(LONG_OR_SHORT, lateJobsAndTardiness(0.5))).isEqualTo(new ObjectiveValue(0, List.of(4.5)));
        assertThat(measures(LONG_OR_SHORT, lateJobsAndTardiness(0.5), Figure.LATE_JOBS))
                .containsExactly(3);
        assertThat(value(LONG_OR_SHORT, lateJobsAndTardiness(2))).isEqualTo(new ObjectiveValue(0, List.of(7.0)));
        assertThat(measures(LONG_OR_SHORT, lateJobsAndTardiness(2), Figure.LATE_JOBS))
                .containsExactly(1);
    }

    private static Objective lateJobsAndTardiness(double lateJob) {
        return minimise(new Term(lateJob, Figure.LATE_JOBS), new Term(1, Figure.WEIGHTED_TARDINESS_S));
    }

    @Test
    void aShortPlanMayMakeAJobLate() {
        ScheduleProblem flow = Shop.of("""
                machine mill
                machine saw
                job A due 6
                job B due 100
                op a1 of A on mill 5
                op a2 of A on saw 1 after a1
                op b1 of B on mill 1
                op b2 of B on saw 5 after b1
                """);
        assertThat(measures(flow, Objective.DEFAULT, Figure.MAKESPAN_S, Figure.WEIGHTED_TARDINESS_S))
                .containsExactly(11, 0);
        assertThat(measures(flow, minimise(Figure.MAKESPAN_S), Figure.MAKESPAN_S, Figure.WEIGHTED_TARDINESS_S))
                .containsExactly(7, 1);
    }

    @Test
    void deadlinesCanComeAfterTardiness() {
        ScheduleProblem problem = Shop.of("""
                machine mill
                job A due 2 weight 5
                op a of A on mill 4
                op b of B on mill 3
                job B due 2
                """);
        List<Job> jobs = List.of(problem.jobs().get(0), new Job("B", 0, 2, 1, 6L));
        ScheduleProblem strict = problem.withOperations(jobs, problem.operations());
        assertThat(measures(strict, Objective.DEFAULT, Figure.MISSED_DEADLINES, Figure.WEIGHTED_TARDINESS_S))
                .containsExactly(0, 26);
        assertThat(measures(
                        strict,
                        minimise(Figure.WEIGHTED_TARDINESS_S),
                        Figure.MISSED_DEADLINES,
                        Figure.WEIGHTED_TARDINESS_S))
                .containsExactly(1, 15);
    }

    @Test
    void familiesStayTogetherWhenSetupsCount() {
        ScheduleProblem colours = Shop.of("""
                machine mill changeover red:3
                job A due 2
                job B due 7
                job C due 12
                op a of A on mill 2 family red
                op b of B on mill 2 family blue
                op c of C on mill 2 family red
                """);
        assertThat(measures(colours, Objective.DEFAULT, Figure.SETUP_S)).containsExactly(6);
        assertThat(measures(colours, minimise(Figure.SETUP_S), Figure.SETUP_S)).containsExactly(3);
    }

    @Test
    void theFirstChangeoverAndSetupsCountABatchOnce() {
        ScheduleProblem problem = Shop.of("""
                machine mill changeover red:3
                machine oven batch 4
                job A
                op a of A on mill 2 family blue setup 1
                op b of A on oven 5/2 setup 2
                op c of A on oven 5/2 setup 2
                op d of A bench 5 setup 4
                """);
        assertThat(measures(problem, Objective.DEFAULT, Figure.SETUP_S)).containsExactly(3 + 1 + 2 + 4);
    }

    @Test
    void runsWaitForCheapHoursWhenEnergyComesBeforeLength() {
        ScheduleProblem problem = Shop.of("""
                machine mill
                job A due 40
                job B due 4
                op a of A on mill 5
                op b of B on mill 4
                """);
        var energy = new Measure.Energy(NIGHT_IS_CHEAP);
        Objective cheap = minimise(Figure.WEIGHTED_TARDINESS_S).then(energy).then(Figure.MAKESPAN_S);
        assertThat(measures(problem, Objective.DEFAULT, energy, Figure.MAKESPAN_S))
                .containsExactly(4.5, 9);
        assertThat(measures(problem, cheap, energy, Figure.MAKESPAN_S)).containsExactly(4 * 0.5 + 5 * 0.25, 25);
        assertThat(value(problem, minimise(Figure.MAKESPAN_S).then(energy)))
                .isEqualTo(new ObjectiveValue(0, List.of(9.0, 4.5)));
    }

    @Test
    void workStaysWhereItWasWhenMovesCountMore() {
        ScheduleProblem problem = Shop.of("""
                machine mill
                job A due 20
                job B due 20
                op a of A on mill 3
                op b of B on mill 4
                """);
        var earlier = new Timetable(List.of(at("a", 9, 12), at("b", 2, 6)));
        var moved = new Measure.MovedOperations(earlier);
        assertThat(measures(problem, Objective.DEFAULT, moved)).containsExactly(2);
        assertThat(measures(problem, minimise(moved).then(Figure.MAKESPAN_S), moved, Figure.MAKESPAN_S))
                .containsExactly(0, 12);
    }

    @Test
    void aRobustPlanMayBeLonger() {
        ScheduleProblem problem = Shop.of("""
                machine mill
                job A due 30
                job B due 20 release 6
                op a of A on mill 7
                op b of B on mill 2
                """);
        var shortfall = new Measure.SlackShortfall(12);
        assertThat(measures(problem, Objective.DEFAULT, shortfall, Figure.MAKESPAN_S))
                .containsExactly(12 + 1, 9);
        assertThat(measures(problem, minimise(shortfall), shortfall, Figure.MAKESPAN_S))
                .containsExactly(12, 15);
    }

    @Test
    void twoPlansAreComparedByTheObjective() {
        Timetable punctual = solve(LONG_OR_SHORT, Objective.DEFAULT).timetable();
        Timetable fewLate = solve(LONG_OR_SHORT, minimise(Figure.LATE_JOBS)).timetable();
        assertThat(Scheduling.compare(LONG_OR_SHORT, punctual, fewLate).verdict())
                .isPositive();
        assertThat(Scheduling.compare(LONG_OR_SHORT, minimise(Figure.LATE_JOBS), punctual, fewLate)
                        .verdict())
                .isNegative();
    }

    @Test
    void whatIsLeftOutComesBeforeEveryLevel() {
        assertThat(new ObjectiveValue(0, List.of(9.0, 9.0))).isLessThan(new ObjectiveValue(1, List.of(0.0, 0.0)));
        assertThat(new ObjectiveValue(0, List.of(1.0, 9.0))).isLessThan(new ObjectiveValue(0, List.of(2.0, 0.0)));
        assertThat(ObjectiveEvaluator.value(LONG_OR_SHORT, Timetable.empty(), Objective.DEFAULT))
                .isEqualTo(new ObjectiveValue(4, List.of(0.0, 0.0, 0.0)));
    }

    @Test
    void everythingWrongWithAnObjectiveIsNamed() {
        var late = new Term(1, Figure.LATE_JOBS);
        assertThatThrownBy(() -> new Objective(List.of(
                        new Level(List.of()), new Level(List.of(late, late, new Term(Double.NaN, Figure.SETUP_S))))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("level 1 has no terms")
                .hasMessageContaining("level 2 counts LATE_JOBS twice")
                .hasMessageContaining("the weight NaN in level 2");
        assertThatThrownBy(() -> new Objective(List.of())).hasMessageContaining("it has no level");
        assertThatThrownBy(() -> new Measure.SlackShortfall(0)).hasMessageContaining("must be above 0");
    }

    @Test
    void whateverTheFactoryAndTheObjectiveTheValueAgreesWithTheEvaluator() {
        for (long seed = 1; seed <= 150; seed++) {
            var random = new SplittableRandom(seed);
            ScheduleProblem problem = RandomProblems.problem(random, 5);
            Timetable earlier =
                    Scheduling.solve(problem, Budget.ofSteps(1), seed).timetable();
            Objective objective = objective(problem, earlier, random);
            Solution solution = Scheduling.solve(problem, objective, Budget.ofSteps(80), seed, better -> {});
            Set<String> leftOut = new HashSet<>();
            solution.unscheduled().forEach(left -> leftOut.add(left.operationId()));
            assertThat(TimetableValidator.violations(problem, solution.timetable(), leftOut))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(solution.value())
                    .as("seed %d, %s", seed, objective)
                    .isEqualTo(ObjectiveEvaluator.value(problem, solution.timetable(), objective))
                    .isLessThanOrEqualTo(ObjectiveEvaluator.value(problem, earlier, objective));
            assertThat(Scheduling.solve(problem, objective, Budget.ofSteps(80), seed, better -> {}))
                    .as("seed %d", seed)
                    .isEqualTo(solution);
        }
    }

    private static Objective objective(ScheduleProblem problem, Timetable earlier, SplittableRandom random) {
        Map<String, Integer> watts = new HashMap<>();
        problem.resources().forEach(resource -> watts.put(resource.id(), 1000 * random.nextInt(4)));
        Interval cheap = new Interval(10 * RandomProblems.HOUR, 30 * RandomProblems.HOUR);
        var tariff = new EnergyTariff(1, List.of(new Rate(cheap, 0.125)), watts);
        List<Measure> left = new ArrayList<>(List.of(Figure.values()));
        left.add(new Measure.Energy(tariff));
        left.add(new Measure.MovedOperations(earlier));
        left.add(new Measure.SlackShortfall(RandomProblems.HOUR));
        Objective objective = minimise(left.remove(random.nextInt(left.size())));
        while (!left.isEmpty()) {
            Measure next = left.remove(random.nextInt(left.size()));
            objective = left.isEmpty() || random.nextBoolean()
                    ? objective.then(next)
                    : objective.then(
                            new Term(0.5, next),
                            new Term(1 + random.nextInt(3), left.remove(random.nextInt(left.size()))));
        }
        return objective;
    }

    /** What the best plan found has of each measure, after the checks that every plan must pass. */
    private static double[] measures(ScheduleProblem problem, Objective objective, Measure... measures) {
        Timetable timetable = solve(problem, objective).timetable();
        return Stream.of(measures)
                .mapToDouble(measure -> ObjectiveEvaluator.measure(problem, timetable, measure))
                .toArray();
    }

    private static ObjectiveValue value(ScheduleProblem problem, Objective objective) {
        return solve(problem, objective).value();
    }

    private static Solution solve(ScheduleProblem problem, Objective objective) {
        Solution solution = Scheduling.solve(problem, objective, Budget.ofSteps(400), 1, better -> {});
        assertThat(TimetableValidator.violations(problem, solution.timetable())).isEmpty();
        assertThat(solution.value()).isEqualTo(ObjectiveEvaluator.value(problem, solution.timetable(), objective));
        assertThat(Scheduling.solve(problem, objective, Budget.ofSteps(400), 1, better -> {}))
                .isEqualTo(solution);
        return solution;
    }

    private static Assignment at(String operation, long startS, long endS) {
        return new Assignment(operation, "mill", null, null, startS, startS, endS, endS, endS);
    }
}
