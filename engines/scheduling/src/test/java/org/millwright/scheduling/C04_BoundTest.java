package org.millwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.bound.PricedBound;
import org.millwright.scheduling.construct.bound.TardinessBound;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.resource.Resource;
import org.millwright.scheduling.model.resource.WorkCalendar;

/** What no plan of a factory undercuts, from prices of machine time. */
class C04_BoundTest {
    private static final long HOUR = 3600;

    @Test
    void noPlanOfAFactoryWithEveryKindOfConstraintIsUndercut() {
        int known = 0;
        for (long seed = 1; seed <= 300; seed++) {
            ScheduleProblem problem = RandomProblems.problem(new SplittableRandom(seed), 6);
            Solution solution = Scheduling.solve(problem, Budget.ofSteps(60), seed);
            if (solution.unscheduled().isEmpty()) {
                long bound = priced(problem, solution.objective().makespanS(), 40);
                assertThat(bound)
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(solution.objective().weightedTardinessS());
                known += bound > 0 ? 1 : 0;
            }
        }
        assertThat(known).isGreaterThan(10);
    }

    @Test
    void noPlanAroundFixedWorkIsUndercut() {
        for (long seed = 1; seed <= 200; seed++) {
            var random = new SplittableRandom(seed);
            ScheduleProblem problem = RandomProblems.problem(random, 6);
            List<Assignment> some = new ArrayList<>();
            for (Assignment assignment : Scheduling.solve(problem, Budget.ofSteps(5), seed)
                    .timetable()
                    .assignments()) {
                if (random.nextInt(3) == 0) {
                    some.add(assignment);
                }
            }
            ScheduleProblem fixed = problem.withFixed(some);
            Solution solution = Scheduling.solve(fixed, Budget.ofSteps(60), seed);
            if (solution.unscheduled().isEmpty()) {
                assertThat(priced(fixed, solution.objective().makespanS(), 40))
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(solution.objective().weightedTardinessS());
            }
        }
    }

    @Test
    void aCrowdedShopOfAlternativesIsKnownToBeLate() {
        ScheduleProblem crowded = crowded();
        Solution solution = Scheduling.solve(crowded, Budget.ofSteps(300), 1);
        long alone = TardinessBound.of(new CompiledProblem(crowded));
        long bound = priced(crowded, solution.objective().makespanS(), 400);
        assertThat(alone).isEqualTo(40 * HOUR);
        // Two machines take 40 hours of work each for ever later: 2 × (1 + ... + 20) hours at the least.
        assertThat(bound).isBetween(9 * alone, 420 * HOUR);
        assertThat(solution.objective().weightedTardinessS()).isGreaterThanOrEqualTo(420 * HOUR);
    }

    @Test
    void theShiftsOfThoseWhoMustSetUpAndUnloadCountToo() {
        ScheduleProblem night = Shop.of("""
                machine mill
                person ann open 8-16,32-40 skills turn
                job A due 3
                op a of A on mill 9 setup 2 unload 1 skill turn
                """);
        // Set up from 8 on, run until 19, unloaded in the next morning at 32.
        assertThat(Scheduling.tardinessBound(night)).isEqualTo(33 - 3);
        assertThat(Scheduling.solve(night, Budget.ofSteps(5), 1).objective().weightedTardinessS())
                .isEqualTo(33 - 3);
    }

    @Test
    void nothingIsKnownOnceSomebodySaysStop() {
        assertThat(new PricedBound(new CompiledProblem(crowded()), 100 * HOUR).of(() -> 0, 1, () -> true))
                .isZero();
    }

    @Test
    void aSearchKnowsThePricedBoundWhileItRuns() throws InterruptedException {
        ScheduleProblem crowded = crowded();
        long alone = TardinessBound.of(new CompiledProblem(crowded));
        try (Session session = Scheduling.start(crowded, Budget.ofSeconds(30), 1, improvement -> {})) {
            while (session.bound().orElse(0) <= alone && !session.isOver()) {
                Thread.onSpinWait();
            }
            assertThat(session.bound().orElse(0)).isGreaterThan(alone);
            session.stop();
            assertThat(session.bound().orElse(0))
                    .isLessThanOrEqualTo(session.await().objective().weightedTardinessS());
        }
    }

    /** Forty hours of work that is due now, for two machines that both can do all of it. */
    private static ScheduleProblem crowded() {
        List<Job> jobs = new ArrayList<>();
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            jobs.add(Job.due("j" + i, 0));
            operations.add(Operation.of("o" + i, "j" + i)
                    .on("mill", HOUR)
                    .on("lathe", HOUR)
                    .build());
        }
        return new ScheduleProblem(
                0,
                List.of(
                        Resource.machine("mill", WorkCalendar.always()),
                        Resource.machine("lathe", WorkCalendar.always())),
                jobs,
                operations,
                List.of());
    }

    private static long priced(ScheduleProblem problem, long planEndS, int rounds) {
        int[] asked = new int[1];
        return new PricedBound(new CompiledProblem(problem), problem.nowS() + planEndS)
                .of(() -> (double) asked[0]++ / rounds, 1, () -> false);
    }
}
