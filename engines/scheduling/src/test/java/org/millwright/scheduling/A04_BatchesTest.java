package org.millwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.validation.TimetableValidator;

/** An oven takes what is alike together. */
class A04_BatchesTest {
    private static final ScheduleProblem OVEN = Shop.of("""
            machine oven batch 4
            person ann skills bake
            job A due 0
            job B due 0
            job C due 0
            job D due 0
            op a of A on oven 5/2 setup 1 skill bake family red
            op b of B on oven 5/2 setup 1 skill bake family red
            op c of C on oven 5/2 setup 1 skill bake family red
            op d of D on oven 5/1 setup 1 skill bake family blue
            """);

    @Test
    void alikeWorkSharesABatchUpToItsCapacityAndBindsPeopleOnce() {
        Solution solution = Scheduling.solve(OVEN, Budget.ofSteps(50), 1);
        assertThat(TimetableValidator.violations(OVEN, solution.timetable())).isEmpty();
        assertThat(solution.objective().makespanS()).isEqualTo(18);
        assertThat(solution.timetable().assignments())
                .extracting(Assignment::setupStartS)
                .containsExactly(0L, 0L, 6L, 12L);
    }

    @Test
    void aRepairKeepsBatchesTogether() {
        Timetable planned = Scheduling.solve(OVEN, Budget.ofSteps(50), 1).timetable();
        assertThat(Scheduling.repair(OVEN, planned, 1).diff().moved()).isEmpty();
    }

    @Test
    void overfullAndMixedBatchesAreViolations() {
        List<Assignment> together = new ArrayList<>();
        for (String operation : List.of("a", "b", "c", "d")) {
            together.add(new Assignment(operation, "oven", "ann", null, 0, 1, 6, 6, 6));
        }
        assertThat(TimetableValidator.violations(OVEN, new Timetable(together)))
                .hasSize(2)
                .anySatisfy(violation -> assertThat(violation).contains("share a batch on oven but are not alike"))
                .anySatisfy(violation -> assertThat(violation).contains("holds 7, more than 4"));
    }

    @Test
    void aBatchBeginsOnceItIsFilledOrOnceSomebodyHasWaitedLongEnough() {
        ScheduleProblem problem = Shop.of("""
                machine oven batch 4 fill 3:10
                job A due 0
                job B due 0 release 2
                job C due 0 release 3
                op a of A on oven 5/1
                op b of B on oven 5/4
                op c of C on oven 5/2
                """);
        Solution solution = Scheduling.solve(problem, Budget.ofSteps(200), 1);
        assertThat(TimetableValidator.violations(problem, solution.timetable())).isEmpty();
        // b is enough alone and begins when it comes; a has waited ten units at 10, and c goes with it.
        assertThat(solution.timetable().getAssignment("b").setupStartS()).isEqualTo(2);
        assertThat(solution.timetable().getAssignment("a").setupStartS()).isEqualTo(10);
        assertThat(solution.timetable().getAssignment("c").setupStartS()).isEqualTo(10);
        var tooSoon = new Timetable(List.of(
                new Assignment("a", "oven", null, null, 7, 7, 12, 12, 12),
                new Assignment("b", "oven", null, null, 2, 2, 7, 7, 7),
                new Assignment("c", "oven", null, null, 12, 12, 17, 17, 17)));
        assertThat(TimetableValidator.violations(problem, tooSoon))
                .containsExactly(
                        "The batch of a on oven at 7 holds 1, less than 3, and nobody in it has waited 10 s.",
                        "The batch of c on oven at 12 holds 2, less than 3, and nobody in it has waited 10 s.");
    }
}
