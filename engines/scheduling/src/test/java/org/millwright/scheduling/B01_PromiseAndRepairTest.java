package org.millwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.construct.explain.Cause;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.BindingReason;
import org.millwright.scheduling.model.BindingReason.Kind;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.Lock;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.Interval;
import org.millwright.scheduling.validation.TimetableValidator;

/** Dates for new work around a live plan, and live plans after something went wrong. */
class B01_PromiseAndRepairTest {
    private static final ScheduleProblem LIVE = Shop.of("""
            machine mill
            machine saw
            job A due 4
            job B due 9
            job C due 30
            op a of A on mill 4
            op b of B on mill 5 after s
            op s of B on saw 2
            op c of C on mill 2 from 20
            """);

    private static final Timetable PLANNED =
            Scheduling.solve(LIVE, Budget.ofSteps(50), 1).timetable();

    @Test
    void aPromiseUsesGapsAndMovesNothing() {
        assertThat(Shop.gantt(LIVE, PLANNED)).isEqualToNormalizingNewlines("""
                mill : AAAABBBBB...........CC
                saw  : BB....................
                """);
        Offer offer = Scheduling.promise(
                LIVE, PLANNED, List.of(Operation.of("n", "N").on("mill", 11).build()), Job.due("N", 100));
        assertThat(offer.completionS()).hasValue(20);
        assertThat(offer.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.kind()).isEqualTo(Kind.MACHINE_BUSY);
            assertThat(reason.operationId()).isEqualTo("b");
        });
    }

    @Test
    void whatCannotBeDoneIsNotPromised() {
        Offer offer = Scheduling.promise(
                LIVE,
                PLANNED,
                List.of(Operation.of("n", "N")
                        .on("mill", 1)
                        .setupS(1)
                        .skill("magic")
                        .build()),
                Job.due("N", 100));
        assertThat(offer.isPossible()).isFalse();
        assertThat(offer.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.kind()).isEqualTo(Kind.PERSON_NOT_AVAILABLE));
    }

    @Test
    void aBreakdownMovesOnlyWhatItHits() {
        ScheduleProblem broken = LIVE.withResources(List.of(
                LIVE.resources().get(0).withDown(List.of(new Interval(6, 8))),
                LIVE.resources().get(1)));
        Repair repair = Scheduling.repair(broken, PLANNED, 1);
        assertThat(TimetableValidator.violations(broken, repair.timetable())).isEmpty();
        assertThat(Shop.gantt(broken, repair.timetable())).isEqualToNormalizingNewlines("""
                mill : AAAA....BBBBB.......CC
                saw  : BB....................
                """);
        assertThat(repair.diff().moved()).extracting(Repair.Moved::operationId).containsExactly("b");
        assertThat(repair.diff().lateBefore()).isEmpty();
        assertThat(repair.diff().lateAfter()).containsExactly("B");
        assertThat(repair.diff().costBeforeS()).isZero();
        assertThat(repair.diff().costAfterS()).isEqualTo(4);
        Assignment was = Objects.requireNonNull(repair.diff().moved().getFirst().before());
        assertThat(Scheduling.whyMoved(broken, repair.timetable(), was))
                .containsExactly(new BindingReason(Kind.MACHINE_CLOSED, "mill", null, 8));
    }

    @Test
    void whatMovedBecauseOfOthersNamesThem() {
        ScheduleProblem late = LIVE.withOperations(
                LIVE.jobs(),
                LIVE.operations().stream()
                        .map(operation -> operation.id().equals("s")
                                ? Operation.of("s", "B").on("saw", 6).build()
                                : operation)
                        .toList());
        Repair repair = Scheduling.repair(late, PLANNED, 1);
        assertThat(repair.diff().moved()).extracting(Repair.Moved::operationId).containsExactly("b", "s");
        assertThat(Scheduling.whyMoved(late, repair.timetable(), PLANNED.getAssignment("b")))
                .containsExactly(new BindingReason(Kind.PREDECESSOR, null, "s", 6));
        assertThat(Scheduling.whyMoved(LIVE, PLANNED, at("a", 20)))
                .containsExactly(new BindingReason(Kind.MACHINE_BUSY, "mill", "c", 22));
        assertThat(Scheduling.whyMoved(LIVE, PLANNED, at("a", 9))).isEmpty();
    }

    @Test
    void theChainThatForcesAStartLeadsBackToTheBeginning() {
        assertThat(Scheduling.chain(LIVE, PLANNED, "b"))
                .containsExactly(
                        new Cause("b", new BindingReason(Kind.MACHINE_BUSY, "mill", "a", 4)),
                        new Cause("a", new BindingReason(Kind.NOW, null, null, 0)));
        assertThat(Scheduling.chain(LIVE, PLANNED, "c"))
                .containsExactly(new Cause("c", new BindingReason(Kind.MATERIAL_RELEASE, null, null, 20)));
    }

    private static Assignment at(String operation, long startS) {
        return new Assignment(operation, "mill", null, null, startS, startS, startS + 4, startS + 4, startS + 4);
    }

    @Test
    void workThatTakesLongerPushesWhatItCollidesWith() {
        List<Operation> running = LIVE.operations().stream()
                .map(operation -> operation.id().equals("a")
                        ? Operation.of("a", "A")
                                .on("mill", 4)
                                .lock(Lock.RUNNING)
                                .build()
                        : operation)
                .toList();
        var longer = new Assignment("a", "mill", null, null, 0, 0, 7, 7, 7);
        var changed = new ScheduleProblem(
                5, LIVE.resources(), LIVE.jobs(), running, List.of(longer, PLANNED.getAssignment("s")));
        Repair repair = Scheduling.repair(changed, PLANNED, 1);
        assertThat(TimetableValidator.violations(changed, repair.timetable())).isEmpty();
        assertThat(Shop.gantt(changed, repair.timetable())).isEqualToNormalizingNewlines("""
                mill : AAAAAAABBBBB........CC
                saw  : BB....................
                """);
    }

    @Test
    void cancelledWorkLeavesItsGap() {
        ScheduleProblem cancelled = LIVE.withOperations(
                LIVE.jobs(),
                LIVE.operations().stream()
                        .filter(operation -> !operation.id().equals("a"))
                        .toList());
        Repair repair = Scheduling.repair(cancelled, PLANNED, 1);
        assertThat(repair.diff().moved()).singleElement().satisfies(moved -> {
            assertThat(moved.operationId()).isEqualTo("a");
            assertThat(moved.after()).isNull();
        });
    }
}
