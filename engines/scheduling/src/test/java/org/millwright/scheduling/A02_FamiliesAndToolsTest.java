package org.millwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.InvalidProblem;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.Changeovers;
import org.millwright.scheduling.model.resource.Resource;
import org.millwright.scheduling.model.resource.WorkCalendar;
import org.millwright.scheduling.validation.TimetableValidator;

/** Changeovers between families, and tools held beside the machine. */
class A02_FamiliesAndToolsTest {
    @Test
    void oneFamilyAfterTheOtherSavesChangeovers() {
        ScheduleProblem problem = Shop.of("""
                machine mill changeover red:3
                job A due 0
                job B due 0
                job C due 0
                op a of A on mill 2 family red
                op b of B on mill 2 family blue
                op c of C on mill 2 family red
                """);
        Solution solution = Scheduling.solve(problem, Budget.ofSteps(60), 1);
        assertThat(TimetableValidator.violations(problem, solution.timetable())).isEmpty();
        assertThat(Shop.gantt(problem, solution.timetable()).strip()).isIn("mill : AACC...BB", "mill : CCAA...BB");
        assertThat(Scheduling.compare(problem, solution.timetable(), solution.timetable())
                        .second()
                        .setupS())
                .isEqualTo(3);
    }

    @Test
    void aMissingChangeoverIsAViolation() {
        ScheduleProblem problem = Shop.of("""
                machine mill changeover 3
                job A
                op a of A on mill 2 family red
                op b of A on mill 2 family blue
                """);
        Timetable tight = new Timetable(List.of(
                new Assignment("a", "mill", null, null, 0, 0, 2, 2, 2),
                new Assignment("b", "mill", null, null, 4, 4, 6, 6, 6)));
        assertThat(TimetableValidator.violations(problem, tight))
                .singleElement()
                .satisfies(violation -> assertThat(violation).contains("changeover takes 3 s"));
    }

    @Test
    void workThatSharesAToolTakesTurns() {
        ScheduleProblem problem = Shop.of("""
                machine mill
                machine saw
                machine jig capacity 2
                job A due 0 weight 9
                job B due 0
                op a of A on mill 3 needs jig 2
                op b of B on saw 4 needs jig 1
                """);
        Solution solution = Scheduling.solve(problem, Budget.ofSteps(40), 1);
        assertThat(Shop.gantt(problem, solution.timetable())).isEqualToNormalizingNewlines("""
                mill : AAA....
                saw  : ...BBBB
                jig  : .......
                """);
        assertThat(TimetableValidator.violations(problem, solution.timetable())).isEmpty();
    }

    @Test
    void detoursThatAreQuickerThanTheChangeoverItselfAreRefused() {
        var odd = new Changeovers(null, 1, Map.of("black", Map.of("white", 30L)));
        assertThatThrownBy(() -> new ScheduleProblem(
                        0,
                        List.of(Resource.machine("dye", WorkCalendar.always()).withChangeovers(odd)),
                        List.of(),
                        List.of(),
                        List.of()))
                .isInstanceOf(InvalidProblem.class)
                .hasMessageContaining("from black to white takes longer than by way of any other family");
    }
}
