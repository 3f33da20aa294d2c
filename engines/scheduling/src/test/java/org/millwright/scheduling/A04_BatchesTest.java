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
}
