package org.millwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.exact.FactoryWindows;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.objective.Objective;
import org.millwright.scheduling.objective.ObjectiveEvaluator;
import org.millwright.scheduling.objective.ObjectiveValue;
import org.millwright.scheduling.validation.TimetableValidator;

/** Windows of factory plans, searched whole: what they find is valid and better, and what they prove stands. */
class D01_WindowsTest {
    @Test
    void whatAWindowFindsIsValidAndBetterAndNoSearchUndercutsAProof() {
        int found = 0;
        int proven = 0;
        for (long seed = 1; seed <= 60; seed++) {
            ScheduleProblem problem = RandomProblems.problem(new SplittableRandom(seed), 2 + (int) seed % 5);
            Solution start = Scheduling.solve(problem, Budget.ofSteps(3), seed);
            Timetable best = start.timetable();
            ObjectiveValue value = start.value();
            var windows =
                    new FactoryWindows(new CompiledProblem(problem), Objective.DEFAULT, new SplittableRandom(seed));
            for (int i = 0; i < 6 && !windows.isProven(); i++) {
                Timetable better = windows.improve(best, array(value), () -> false);
                if (better != null) {
                    assertThat(TimetableValidator.violations(problem, better))
                            .as("seed %d", seed)
                            .isEmpty();
                    ObjectiveValue now = ObjectiveEvaluator.value(problem, better, Objective.DEFAULT);
                    assertThat(now).as("seed %d", seed).isLessThan(value);
                    value = now;
                    best = better;
                    found++;
                }
            }
            if (windows.isProven()) {
                proven++;
                Solution longer = Scheduling.solve(problem, Budget.ofSteps(200), seed + 1);
                assertThat(longer.value()).as("seed %d", seed).isGreaterThanOrEqualTo(value);
            }
        }
        assertThat(found).isPositive();
        assertThat(proven).isPositive();
    }

    @Test
    void aSmallFactoryIsPlannedToAProofLongBeforeTheTimeIsOver() throws InterruptedException {
        ScheduleProblem problem = Shop.of("""
                machine saw
                machine mill
                person ida skills all
                job one due 120 weight 3
                job two due 120
                job three due 120
                op a1 of one on saw 60 setup 5 skill all
                op b1 of two on saw 30 or mill 45 setup 5 skill all
                op c1 of three on mill 50 setup 5 unload 5 skill all
                op a2 of one on mill 20 after a1
                op b2 of two on saw 40 after b1
                op c2 of three on saw 15 or mill 10 after c1 lag 5-90
                """);
        try (Session session = Scheduling.start(problem, Budget.ofSeconds(60), 1, better -> {})) {
            Solution solution = session.await();
            assertThat(solution.proven()).isTrue();
            assertThat(solution.steps()).isLessThan(100_000);
        }
    }

    @Test
    void theStepsOfASearchThroughWindowsLeadToTheSamePlanAgain() {
        for (long seed = 1; seed <= 6; seed++) {
            ScheduleProblem problem = RandomProblems.problem(new SplittableRandom(seed), 6);
            Solution once = Scheduling.solve(problem, Budget.ofSteps(1_500), seed);
            Solution again = Scheduling.solve(problem, Budget.ofSteps(once.steps()), seed);
            assertThat(again.timetable()).as("seed %d", seed).isEqualTo(once.timetable());
        }
    }

    private static double[] array(ObjectiveValue value) {
        double[] array = new double[value.levels().size() + 1];
        array[0] = value.unplanned();
        for (int level = 1; level < array.length; level++) {
            array[level] = value.levels().get(level - 1);
        }
        return array;
    }
}
