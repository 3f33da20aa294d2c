package org.millwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.Interval;
import org.millwright.scheduling.model.resource.Resource;
import org.millwright.scheduling.model.resource.ResourceKind;
import org.millwright.scheduling.validation.TimetableValidator;

/** Whatever the factory looks like, a plan, an offer and a repair never break a rule. */
class RandomPlansTest {
    private static final int FACTORIES = 1500;

    @Test
    void plansNeverBreakARule() {
        planAll(1, FACTORIES);
    }

    /** As many factories as the property {@code scheduling.factories} says. */
    @Test
    @Tag("slow")
    void plansOfTenThousandFactoriesNeverBreakARule() {
        planAll(1_000_000, Integer.getInteger("scheduling.factories", 10_000));
    }

    private static void planAll(long firstSeed, int factories) {
        int planned = 0;
        int leftOut = 0;
        for (long seed = firstSeed; seed < firstSeed + factories; seed++) {
            ScheduleProblem problem = RandomProblems.problem(new SplittableRandom(seed), 6);
            Solution solution = Scheduling.solve(problem, Budget.ofSteps(12), seed);
            assertValid(problem, solution.timetable(), solution.unscheduled(), "plan of seed " + seed);
            planned += solution.timetable().assignments().size();
            leftOut += solution.unscheduled().size();
        }
        // Some random maximum lags cannot be met; nearly everything else must be.
        assertThat(leftOut).isLessThan(planned / 20);
    }

    @Test
    void plansAroundFixedWorkNeverBreakARule() {
        for (long seed = 1; seed <= FACTORIES / 3; seed++) {
            var random = new SplittableRandom(seed);
            ScheduleProblem problem = RandomProblems.problem(random, 6);
            Timetable first = Scheduling.solve(problem, Budget.ofSteps(1), seed).timetable();
            List<Assignment> fixed = new ArrayList<>();
            for (Assignment assignment : first.assignments()) {
                if (random.nextInt(3) == 0) {
                    fixed.add(assignment);
                }
            }
            ScheduleProblem pinned = problem.withFixed(fixed);
            Solution solution = Scheduling.solve(pinned, Budget.ofSteps(10), seed);
            assertValid(pinned, solution.timetable(), solution.unscheduled(), "plan with pins of seed " + seed);
        }
    }

    @Test
    void offersFitIntoTheLivePlanWithoutMovingIt() {
        for (long seed = 1; seed <= FACTORIES / 3; seed++) {
            ScheduleProblem both = RandomProblems.problem(new SplittableRandom(seed), 7);
            Job newJob = both.jobs().getLast();
            List<Operation> newOperations = both.operations().stream()
                    .filter(operation -> operation.jobId().equals(newJob.id()))
                    .toList();
            List<Operation> liveOperations = both.operations().stream()
                    .filter(operation -> !operation.jobId().equals(newJob.id()))
                    .toList();
            ScheduleProblem live =
                    both.withOperations(both.jobs().subList(0, both.jobs().size() - 1), liveOperations);
            Solution planned = Scheduling.solve(live, Budget.ofSteps(2), seed);
            Offer offer = Scheduling.promise(live, planned.timetable(), newOperations, newJob);

            List<Assignment> all = new ArrayList<>(planned.timetable().assignments());
            all.addAll(offer.timetable().assignments());
            Set<String> leftOut = new HashSet<>();
            planned.unscheduled().forEach(left -> leftOut.add(left.operationId()));
            if (!offer.isPossible()) {
                newOperations.forEach(operation -> leftOut.add(operation.id()));
                assertThat(offer.reasons()).as("seed %d", seed).isNotEmpty();
            } else {
                assertThat(offer.completionS().getAsLong())
                        .as("seed %d", seed)
                        .isEqualTo(offer.timetable().assignments().stream()
                                .mapToLong(Assignment::endS)
                                .max()
                                .orElseThrow());
            }
            assertThat(TimetableValidator.violations(both, new Timetable(all), leftOut))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void repairsAfterABreakdownHoldAndLeaveOthersAlone() {
        for (long seed = 1; seed <= FACTORIES / 3; seed++) {
            var random = new SplittableRandom(seed);
            ScheduleProblem problem = RandomProblems.problem(random, 6);
            Solution solution = Scheduling.solve(problem, Budget.ofSteps(5), seed);
            ScheduleProblem changed = breakdown(problem, random);
            Repair repair = Scheduling.repair(changed, solution.timetable(), seed);
            assertValid(changed, repair.timetable(), repair.unscheduled(), "repair of seed " + seed);
            assertThat(Scheduling.repair(problem, solution.timetable(), seed)
                            .diff()
                            .moved())
                    .as("an unchanged plan of seed %d", seed)
                    .filteredOn(moved -> moved.before() != null)
                    .isEmpty();
        }
    }

    private static ScheduleProblem breakdown(ScheduleProblem problem, SplittableRandom random) {
        List<Resource> resources = new ArrayList<>();
        boolean broken = false;
        for (Resource resource : problem.resources()) {
            if (!broken && resource.kind() == ResourceKind.MACHINE) {
                broken = true;
                long start = problem.nowS() + random.nextLong(20 * RandomProblems.HOUR);
                List<Interval> down = new ArrayList<>(resource.down());
                down.add(new Interval(start, start + 1 + random.nextLong(20 * RandomProblems.HOUR)));
                resources.add(resource.withDown(down));
            } else {
                resources.add(resource);
            }
        }
        return problem.withResources(resources);
    }

    @Test
    void theSameSeedAndStepsGiveTheSamePlan() {
        for (long seed = 1; seed <= 50; seed++) {
            ScheduleProblem problem = RandomProblems.problem(new SplittableRandom(seed), 8);
            assertThat(Scheduling.solve(problem, Budget.ofSteps(30), seed))
                    .as("seed %d", seed)
                    .isEqualTo(Scheduling.solve(problem, Budget.ofSteps(30), seed));
        }
    }

    private static void assertValid(
            ScheduleProblem problem, Timetable timetable, List<Unscheduled> unscheduled, String what) {
        Set<String> leftOut = new HashSet<>();
        unscheduled.forEach(left -> leftOut.add(left.operationId()));
        assertThat(TimetableValidator.violations(problem, timetable, leftOut))
                .as(what)
                .isEmpty();
    }
}
