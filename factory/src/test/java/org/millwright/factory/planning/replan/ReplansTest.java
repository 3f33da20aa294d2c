package org.millwright.factory.planning.replan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.factory.testing.SampleFactory.OPERATOR;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.Workshop;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.BarPlace;
import org.millwright.factory.planning.board.Because;
import org.millwright.factory.planning.board.Plans;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.store.PlanRecordStore;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two printers, one plate on one of them; then something happens to it. Nothing is committed, so
 * that no listener plans meanwhile.
 */
@FactoryTest
@Import(Workshop.class)
@Transactional
class ReplansTest {
    @Autowired
    private Replans replans;

    @Autowired
    private PlanRecordStore records;

    @Autowired
    private Plans plans;

    @Autowired
    private WorkOrders workOrders;

    @Autowired
    private Factories factories;

    @Autowired
    private Workshop workshop;

    @Autowired
    private TestClock clock;

    private Workshop.Place place;
    private WorkOrderId order;
    private BuildPlan build;
    private MachineId printer;

    @BeforeEach
    void planOnePlate() {
        Workshop.Planned planned = workshop.planOnePlate();
        place = planned.place();
        order = planned.order();
        build = planned.build();
        printer = first().machine();
    }

    @Test
    void aPlanThatOnlyAddsWorkMovedNothing() {
        assertThat(replans.listLast(place.id())).isEmpty();
    }

    /** Its order was in time by days, so the plate changes machines and nothing is late. */
    @Test
    void workOfABrokenMachineIsSeenOnTheOtherWithTheReason() {
        factories.markDown(printer, "belt broken", null, OPERATOR);
        workOrders.replan(place.id(), "MachineWentDown");

        Replan replan = replans.listLast(place.id()).getFirst();
        assertThat(replan.cause()).isEqualTo("MachineWentDown");
        MovedBar moved = bar(replan);
        assertThat(moved.label()).isEqualTo(build.number());
        assertThat(moved.elsewhere()).isTrue();
        assertThat(moved.from().machine())
                .isEqualTo(factories.getMachine(printer).name());
        Because why = moved.why();
        assertThat(why).isNotNull();
        assertThat(why.reason()).isEqualTo("machine-closed");
        assertThat(why.resource()).isEqualTo(moved.from().machine());
        assertThat(replan.costAfter()).isEqualTo(replan.costBefore()).isZero();
        assertThat(replan.newlyLate()).isEmpty();
    }

    /** Both printers are down past the promise: the order is late by then, and that is what the repair costs. */
    @Test
    void whatARepairCostsAndWhoGetsLateByItIsTold() {
        Instant back = clock.instant().plus(Duration.ofDays(12));
        place.printers().forEach(each -> factories.markDown(each, "no power", back, OPERATOR));
        workOrders.replan(place.id(), "MachineWentDown");

        Replan replan = replans.listLast(place.id()).getFirst();
        MovedBar moved = bar(replan);
        assertThat(moved.to().start()).isAfterOrEqualTo(back);
        assertThat(moved.later()).isGreaterThan(Duration.ofDays(11));
        assertThat(replan.costBefore()).isZero();
        assertThat(replan.newlyLate())
                .extracting(Replan.Lateness::number)
                .containsExactly(workOrders.getWorkOrder(order).orderNumber());
        assertThat(replan.costAfter())
                .isEqualTo(replan.newlyLate().getFirst().after())
                .isGreaterThan(Duration.ofDays(4));
        List<MovedBar> steps =
                replan.moved().stream().filter(each -> !each.step().isEmpty()).toList();
        assertThat(steps).isNotEmpty().allSatisfy(step -> {
            assertThat(step.why()).isNotNull();
            assertThat(step.why().reason()).isEqualTo("predecessor");
        });
    }

    @Test
    void aBarThatAPlannerMovedNamesThePlanner() {
        BarId bar = BarId.of(first());
        BarPlace at = new BarPlace(printer, first().start());
        plans.move(place.id(), bar, new BarPlace(printer, at.start().plus(Duration.ofHours(3))), at, OPERATOR);

        Because why = bar(replans.listLast(place.id()).getFirst()).why();
        assertThat(why).isNotNull();
        assertThat(why.reason()).isEqualTo("pinned");
        assertThat(why.resource()).isEqualTo(OPERATOR.name());
    }

    /** Versions of earlier programs have nothing kept with them and are planned again; both ways tell the same. */
    @Test
    void whatIsKeptOfAVersionIsWhatPlanningItAgainWouldTell() {
        Instant back = clock.instant().plus(Duration.ofDays(12));
        place.printers().forEach(each -> factories.markDown(each, "no power", back, OPERATOR));
        int version = workOrders.replan(place.id(), "MachineWentDown").version();

        assertThat(records.findMoves(place.id(), version)).isPresent();
        Replan kept = replans.find(place.id(), version).orElseThrow();
        assertThat(kept.moved()).isNotEmpty();
        assertThat(replans.retraced(records.find(place.id(), version).orElseThrow()))
                .contains(kept);
    }

    @Test
    void whatNobodyCanReadAnyMoreIsPlannedAgain() {
        factories.markDown(printer, "no power", clock.instant().plus(Duration.ofDays(12)), OPERATOR);
        int version = workOrders.replan(place.id(), "MachineWentDown").version();
        records.keepMoves(place.id(), version, "{\"version\": []}".getBytes(StandardCharsets.UTF_8));

        assertThat(replans.find(place.id(), version))
                .isEqualTo(replans.retraced(records.find(place.id(), version).orElseThrow()))
                .isPresent();
    }

    @Test
    void yesterdayIsNotToldAnyMore() {
        factories.markDown(printer, "belt broken", null, OPERATOR);
        workOrders.replan(place.id(), "MachineWentDown");
        clock.set(clock.instant().plus(Duration.ofHours(25)));

        assertThat(replans.listLast(place.id())).isEmpty();
    }

    private PlannedOperation first() {
        return workOrders.listOperationsOf(new BuildId(build.id().value())).getFirst();
    }

    private MovedBar bar(Replan replan) {
        return replan.moved().stream()
                .filter(bar -> bar.bar().id().equals(build.id().value()))
                .findFirst()
                .orElseThrow();
    }
}
