package org.millwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.millwright.scheduling.model.BindingReason;
import org.millwright.scheduling.model.BindingReason.Kind;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.validation.TimetableValidator;

/** What a plan looks like, from one operation to people, nights and pot life. */
class A01_PlanningTest {
    @Test
    void startsOneOperationAtOnce() {
        assertPlan("""
                machine mill
                job A
                op a of A on mill 4
                """, """
                mill : AAAA
                """);
    }

    @Test
    void putsTheUrgentJobFirst() {
        assertPlan("""
                machine mill
                job A due 20
                job B due 3
                op a of A on mill 4
                op b of B on mill 3
                """, """
                mill : BBBAAAA
                """);
    }

    @Test
    void usesTheOtherMachineWhenTheFirstIsTaken() {
        assertPlan("""
                machine mill
                machine late
                job A due 4
                job B due 5
                op a of A on mill 4 or late 5
                op b of B on mill 4 or late 5
                """, """
                mill : AAAA.
                late : BBBBB
                """);
    }

    @Test
    void anUnattendedRunPassesThroughTheNightAndWaitsForSomebodyToUnloadIt() {
        // Ann works 0-6 and 12-20. The run ends at 9; the machine stays blocked until she is back.
        assertPlan("""
                machine prnt
                person ann open 0-6,12-20 skills print
                job A due 10
                job B due 30
                op a of A on prnt 8 setup 1 unload 1 skill print
                op b of B on prnt 3 setup 1 unload 1 skill print
                """, """
                prnt : aAAAAAAAA---abBBBb
                ann  : A...........AB...B
                """);
    }

    @Test
    void attendedWorkIsNotSplitOverTwoShifts() {
        assertPlan("""
                person ann open 0-3,5-12 skills pack
                job A
                op a of A bench 4 attended skill pack
                """, """
                ann  : .....AAAA
                """);
    }

    @Test
    void twoMachinesShareOnePerson() {
        assertPlan("""
                machine m1
                machine m2
                person ann skills go
                job A due 6
                job B due 8
                op a of A on m1 4 setup 2 skill go
                op b of B on m2 4 setup 2 skill go
                """, """
                m1   : aaAAAA..
                m2   : ..bbBBBB
                ann  : AABB....
                """);
    }

    @Test
    void noRunPassesThroughDownTime() {
        assertPlan("""
                machine mill down 3-5
                job A due 9
                job B due 10
                op a of A on mill 4
                op b of B on mill 3
                """, """
                mill : BBB..AAAA
                """);
    }

    @Test
    void aMaximumLagDelaysThePredecessorInsteadOfBreaking() {
        // Glue holds 1 unit and the press is busy until 6, so mixing waits.
        assertPlan("""
                machine mix
                machine prss
                job B due 1
                job A due 20
                op b  of B on prss 6
                op a1 of A on mix 2
                op a2 of A on prss 3 after a1 lag 0-1
                """, """
                mix  : ...AA....
                prss : BBBBBBAAA
                """);
    }

    @Test
    void aMinimumLagIsCuringTime() {
        assertPlan("""
                machine mix
                machine prss
                job A
                op a1 of A on mix 2
                op a2 of A on prss 2 after a1 lag 3
                """, """
                mix  : AA.....
                prss : .....AA
                """);
    }

    @Test
    void whatFitsNoShiftIsLeftOutWithItsReasonAndTheRestIsPlanned() {
        ScheduleProblem problem = Shop.of("""
                machine mill open 0-5,10-15
                job A
                job B
                op a of A on mill 7
                op a2 of A on mill 1 after a
                op b of B on mill 5
                """);
        Solution solution = Scheduling.solve(problem, Budget.ofSteps(20), 1);
        assertThat(solution.unscheduled())
                .extracting(Unscheduled::operationId, left -> left.reason().kind())
                .containsExactlyInAnyOrder(tuple("a", Kind.MACHINE_CLOSED), tuple("a2", Kind.PREDECESSOR_UNPLANNED));
        assertThat(Shop.gantt(problem, solution.timetable())).isEqualTo("mill : BBBBB%n".formatted());
    }

    @Test
    void explainsWhyAnOperationStartsWhenItDoes() {
        ScheduleProblem problem = Shop.of("""
                machine mill
                machine saw open 5-20
                person ann open 8-20 skills pack
                job A due 4
                job B due 20 release 1
                op a  of A on mill 4
                op b1 of B on mill 3
                op b2 of B bench 2 attended skill pack after b1
                op b3 of B on saw 1 from 2
                """);
        var timetable = Scheduling.solve(problem, Budget.ofSteps(20), 1).timetable();
        assertThat(Scheduling.explain(problem, timetable, "a"))
                .extracting(BindingReason::kind)
                .containsExactly(Kind.NOW);
        assertThat(Scheduling.explain(problem, timetable, "b1"))
                .containsExactly(new BindingReason(Kind.MACHINE_BUSY, "mill", "a", 4));
        assertThat(Scheduling.explain(problem, timetable, "b2"))
                .containsExactly(new BindingReason(Kind.PERSON_NOT_AVAILABLE, "pack", null, 8));
        assertThat(Scheduling.explain(problem, timetable, "b3"))
                .containsExactly(new BindingReason(Kind.MACHINE_CLOSED, "saw", null, 5));
    }

    private static void assertPlan(String shop, String chart) {
        ScheduleProblem problem = Shop.of(shop);
        Solution solution = Scheduling.solve(problem, Budget.ofSteps(60), 1);
        assertThat(TimetableValidator.violations(problem, solution.timetable())).isEmpty();
        assertThat(Shop.gantt(problem, solution.timetable())).isEqualToNormalizingNewlines(chart);
    }
}
