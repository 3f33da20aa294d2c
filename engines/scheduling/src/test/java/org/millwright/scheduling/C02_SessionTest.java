package org.millwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.objective.Objective;
import org.millwright.scheduling.validation.TimetableValidator;

/** A search that runs beside its caller. */
class C02_SessionTest {
    private static final ScheduleProblem CROWDED = Shop.of("""
            machine mill
            machine saw
            job A due 3 weight 2
            job B due 4
            job C due 5 weight 3
            op a of A on mill 3 or saw 5
            op b of B on mill 4
            op c of C on saw 4 after d
            op d of C on mill 1
            """);

    @Test
    void aStoppedSearchHasItsBestPlanAndEveryBetterOneWasTold() throws InterruptedException {
        var told = new CountDownLatch(1);
        List<Score> scores = new ArrayList<>();
        try (Session session = Scheduling.start(CROWDED, Budget.ofSeconds(600), 1, improvement -> {
            scores.add(improvement.objective());
            told.countDown();
        })) {
            assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(session.best()).isPresent();
            session.stop();
            Solution solution = session.await();
            assertThat(session.isOver()).isTrue();
            assertThat(TimetableValidator.violations(CROWDED, solution.timetable()))
                    .isEmpty();
            assertThat(scores.getLast()).isEqualTo(solution.objective());
            assertThat(scores).isSortedAccordingTo((a, b) -> b.compareTo(a));
            assertThat(session.bound().orElse(0))
                    .isLessThanOrEqualTo(solution.objective().weightedTardinessS());
        }
    }

    @Test
    void theBoundIsUnknownWhenNothingMustBeLate() {
        try (Session session = Scheduling.start(CROWDED, Budget.ofSteps(1), 1, improvement -> {})) {
            assertThat(session.bound()).isEmpty();
        }
    }

    @Test
    void theBoundNeverExceedsAPlan() {
        for (long seed = 1; seed <= 200; seed++) {
            ScheduleProblem problem = RandomProblems.problem(new SplittableRandom(seed), 5);
            Solution solution = Scheduling.solve(problem, Budget.ofSteps(100), seed);
            if (solution.unscheduled().isEmpty()) {
                try (Session session = Scheduling.start(problem, Budget.ofSteps(1), 1, improvement -> {})) {
                    assertThat(session.bound().orElse(0))
                            .as("seed %d", seed)
                            .isLessThanOrEqualTo(solution.objective().weightedTardinessS());
                }
            }
        }
    }

    @Test
    void theBoundCountsWhatOneMachineOrAFewToolsCannotDoAtOnce() {
        ScheduleProblem queue = Shop.of("""
                machine mill
                job A due 3 weight 2
                job B due 3
                op a of A on mill 3
                op b of B on mill 4
                """);
        // One second late at least for whoever is alone, four more behind the shorter one.
        assertThat(boundS(queue)).isEqualTo(4);
        ScheduleProblem shared = Shop.of("""
                machine mill capacity 9
                machine jig capacity 2
                job A due 4
                job B due 4
                job C due 4
                op a of A on mill 4 needs jig 1
                op b of B on mill 4 needs jig 1
                op c of C on mill 4 needs jig 1
                """);
        assertThat(boundS(shared)).isEqualTo(2);
    }

    private static long boundS(ScheduleProblem problem) {
        try (Session session = Scheduling.start(problem, Budget.ofSteps(1), 1, improvement -> {})) {
            return session.bound().orElse(0);
        }
    }

    @Test
    void aSearchAsksAgainAndAgainWhetherToStopAndEndsAtTheFirstYes() {
        ScheduleProblem problem = RandomProblems.problem(new SplittableRandom(3), 200);
        for (int patience : new int[] {0, 1, 5, 60}) {
            int[] asked = new int[1];
            int[] toldAfterwards = new int[1];
            Solution solution = new Search(
                            problem,
                            Objective.DEFAULT,
                            Budget.ofSeconds(600),
                            1,
                            improvement -> toldAfterwards[0] += asked[0] > patience + 1 ? 1 : 0,
                            () -> ++asked[0] > patience)
                    .run();
            // Between two questions lie at most 32 placed groups or one step; after a yes only the loops are left.
            assertThat(asked[0]).as("asked with patience %d", patience).isLessThanOrEqualTo(patience + 12);
            assertThat(toldAfterwards[0]).isZero();
            assertThat(solution.timetable().assignments()).isNotEmpty();
        }
    }

    @Test
    void whereverASearchWasStoppedItsSeedAndStepsFindTheSamePlanAgain() {
        for (long seed = 1; seed <= 30; seed++) {
            int jobs = 4 + (int) seed * 3;
            ScheduleProblem problem = RandomProblems.problem(new SplittableRandom(seed), jobs);
            var random = new SplittableRandom(seed);
            int patience = random.nextInt(400);
            int[] asked = new int[1];
            Solution stopped = new Search(
                            problem,
                            Objective.DEFAULT,
                            Budget.ofSeconds(600),
                            seed,
                            improvement -> {},
                            () -> ++asked[0] > patience)
                    .run();
            Solution again = Scheduling.solve(problem, Budget.ofSteps(stopped.steps()), seed);
            assertThat(again)
                    .as("seed %d, stopped after %d questions", seed, patience)
                    .isEqualTo(stopped);
            assertThat(bytes(again)).isEqualTo(bytes(stopped));
        }
    }

    private static byte[] bytes(Solution solution) {
        return solution.timetable().assignments().toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void movingWorkAgainstThePreviousPlanHasAPrice() {
        var before = Scheduling.solve(CROWDED, Budget.ofSteps(1), 1).timetable();
        Repair dear = Scheduling.repair(CROWDED, before, 1, Budget.ofSteps(300), 1_000_000);
        assertThat(dear.diff().moved()).isEmpty();
        Repair free = Scheduling.repair(CROWDED, before, 1, Budget.ofSteps(300), 0);
        assertThat(free.objective()).isLessThanOrEqualTo(dear.objective());
        assertThat(TimetableValidator.violations(CROWDED, free.timetable())).isEmpty();
    }
}
