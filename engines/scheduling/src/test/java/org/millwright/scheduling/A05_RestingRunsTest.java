package org.millwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.InvalidProblem;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.Interval;
import org.millwright.scheduling.model.resource.WorkCalendar;
import org.millwright.scheduling.validation.TimetableValidator;

/** Runs that rest while their machine is closed, and runs that must not. */
class A05_RestingRunsTest {
    private static final ScheduleProblem DAYS = Shop.of("""
            machine mill open 0-8,12-20,24-32 down 14-15
            job A due 9
            job B due 9 weight 2
            op a of A on mill 10 setup 1 resumable
            op b of B on mill 7
            """);

    @Test
    void aResumableRunRestsOverClosedHoursAndDownTimesOthersFitInBetween() {
        Solution solution = Scheduling.solve(DAYS, Budget.ofSteps(50), 1);
        assertThat(TimetableValidator.violations(DAYS, solution.timetable())).isEmpty();
        assertThat(solution.timetable().getAssignment("b").endS()).isEqualTo(7);
        // Setup at 7, then one second at a stretch: the run begins when the mill opens again.
        Assignment resting = solution.timetable().getAssignment("a");
        assertThat(resting.setupStartS()).isEqualTo(12);
        assertThat(resting.runEndS()).isEqualTo(28);
    }

    @Test
    void anUninterruptedRunLongerThanEveryShiftIsLeftOutAndAResumableOneIsNot() {
        ScheduleProblem problem = Shop.of("""
                machine mill open 0-8,12-20
                job A due 9
                job B due 9
                op a of A on mill 9 resumable
                op b of B on mill 9
                """);
        Solution solution = Scheduling.solve(problem, Budget.ofSteps(10), 1);
        assertThat(solution.unscheduled()).extracting(Unscheduled::operationId).containsExactly("b");
        assertThat(solution.timetable().getAssignment("a").endS()).isEqualTo(13);
    }

    @Test
    void aRunThatRestsTooLittleIsAViolation() {
        ScheduleProblem problem = Shop.of("""
                machine mill open 0-8,12-20
                job A due 9
                op a of A on mill 9 resumable
                """);
        var tooShort = new Timetable(List.of(new Assignment("a", "mill", null, null, 0, 0, 12, 12, 12)));
        assertThat(TimetableValidator.violations(problem, tooShort))
                .containsExactly("Operation a runs 12 s on mill, which is none of its modes.");
    }

    @Test
    void attendedRunsCannotRest() {
        assertThatThrownBy(() -> Shop.of("""
                machine mill
                person ann skills turn
                job A due 9
                op a of A on mill 9 skill turn attended resumable
                """))
                .isInstanceOf(InvalidProblem.class)
                .hasMessageContaining("a is resumable but attended");
    }

    @Test
    void workEndsAfterAsManyOpenSecondsAsItNeeds() {
        WorkCalendar calendar = WorkCalendar.of(List.of(new Interval(0, 8), new Interval(12, 20)));
        assertThat(calendar.endOfWork(3, 5)).isEqualTo(8);
        assertThat(calendar.endOfWork(3, 6)).isEqualTo(13);
        assertThat(calendar.endOfWork(9, 8)).isEqualTo(20);
        assertThat(calendar.endOfWork(9, 9)).isEqualTo(WorkCalendar.NEVER);
        assertThat(calendar.endOfWork(30, 1)).isEqualTo(WorkCalendar.NEVER);
        assertThat(calendar.endOfWork(30, 0)).isEqualTo(30);
        assertThat(WorkCalendar.always().endOfWork(7, 100)).isEqualTo(107);
    }
}
