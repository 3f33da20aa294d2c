package org.millwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.BindingReason.Kind;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.validation.TimetableValidator;

/** Putting an operation somewhere by hand, and seeing what that changes. */
class C01_PinAndCompareTest {
    private static final ScheduleProblem LIVE = Shop.of("""
            machine mill open 0-12,14-40
            machine saw
            job A due 4
            job B due 9
            op a of A on mill 4
            op b of B on mill 5
            op s of B on saw 2 or mill 9 after b
            """);

    private static final Timetable PLANNED =
            Scheduling.solve(LIVE, Budget.ofSteps(50), 1).timetable();

    @Test
    void aPinnedOperationStaysAndTheRestGivesWay() {
        Pinning pinning = Scheduling.pin(LIVE, "b", "mill", 2);
        assertThat(pinning.reasons()).isEmpty();
        Repair repair = Scheduling.repair(pinning.problem(), PLANNED, 1);
        assertThat(TimetableValidator.violations(pinning.problem(), repair.timetable()))
                .isEmpty();
        assertThat(Shop.gantt(LIVE, repair.timetable())).isEqualToNormalizingNewlines("""
                mill : ..BBBBBAAAA
                saw  : .........BB
                """);
    }

    @Test
    void aPinOutsideWorkingHoursSlidesToTheNextOpenTime() {
        Pinning pinning = Scheduling.pin(LIVE, "a", "mill", 10);
        assertThat(pinning.assignment())
                .isNotNull()
                .satisfies(at -> assertThat(at.setupStartS()).isEqualTo(14));
        assertThat(pinning.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.kind()).isEqualTo(Kind.MACHINE_CLOSED));
    }

    @Test
    void aPinOnAMachineThatCannotDoItIsRefused() {
        assertThatThrownBy(() -> Scheduling.pin(LIVE, "a", "saw", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be done on saw");
    }

    @Test
    void twoPlansAreComparedByWhatMovedAndWhoIsLate() {
        Pinning pinning = Scheduling.pin(LIVE, "a", "mill", 5);
        Timetable other = Scheduling.repair(pinning.problem(), PLANNED, 1).timetable();
        Comparison comparison = Scheduling.compare(LIVE, PLANNED, other);
        assertThat(comparison.diff().moved())
                .extracting(Repair.Moved::operationId)
                .contains("a");
        assertThat(comparison.first().lateJobs()).isEqualTo(1);
        assertThat(comparison.second().objective().weightedTardinessS())
                .isGreaterThan(comparison.first().objective().weightedTardinessS());
        assertThat(comparison.verdict()).isPositive();
        assertThat(Scheduling.unpin(pinning.problem(), "a")).isEqualTo(LIVE);
    }

    @Test
    void aPlanWithGapsBearsMoreThanATightOne() {
        ScheduleProblem problem = Shop.of("""
                machine mill
                job A due 10
                job B due 20
                op a of A on mill 3
                op b of B on mill 4
                """);
        var tight = new Timetable(List.of(at("a", 0, 3), at("b", 3, 7)));
        var loose = new Timetable(List.of(at("a", 0, 3), at("b", 9, 13)));
        Comparison comparison = Scheduling.compare(problem, tight, loose);
        assertThat(comparison.first().meanSlackS()).isEqualTo((0 + 13) / 2);
        assertThat(comparison.second().meanSlackS()).isEqualTo((6 + 7) / 2);
    }

    private static Assignment at(String operation, long startS, long endS) {
        return new Assignment(operation, "mill", null, null, startS, startS, endS, endS, endS);
    }
}
