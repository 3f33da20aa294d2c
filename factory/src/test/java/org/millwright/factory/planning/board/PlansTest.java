package org.millwright.factory.planning.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.millwright.factory.testing.SampleFactory.OPERATOR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.Diff;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.Workshop;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Two printers, one plate, one planner with a mouse. */
@FactoryTest
@Import(Workshop.class)
class PlansTest {
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
    private BarId bar;

    @BeforeEach
    void planOnePlate() {
        Workshop.Planned planned = workshop.planOnePlate();
        place = planned.place();
        order = planned.order();
        build = planned.build();
        bar = new BarId(BarId.Kind.BUILD, build.id().value());
    }

    @Test
    void aBarStaysWhereItWasPinnedWhateverIsPlannedLater() {
        BarPlace wished = new BarPlace(otherPrinter(), at(bar).start().plus(Duration.ofHours(2)));
        plans.move(place.id(), bar, wished, at(bar), OPERATOR);
        assertThat(at(bar)).isEqualTo(wished);

        workOrders.accept(workshop.printing(place, workshop.block(place, 30, 30, 10), 3));
        workOrders.plan(place.id());
        workOrders.replan(place.id(), "Test");

        assertThat(at(bar)).isEqualTo(wished);
        assertThat(plans.listPins(place.id())).extracting(Pin::bar).containsExactly(bar);
        plans.unpin(place.id(), bar, OPERATOR);
        assertThat(plans.listPins(place.id())).isEmpty();
    }

    @Test
    void whoeverMovesABarThatSomebodyElseMovedMeanwhileIsTold() {
        BarPlace seen = at(bar);
        plans.move(place.id(), bar, new BarPlace(seen.machine(), later(seen, 1)), seen, OPERATOR);
        BarPlace moved = at(bar);

        assertThatThrownBy(
                        () -> plans.move(place.id(), bar, new BarPlace(seen.machine(), later(seen, 3)), seen, OPERATOR))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("bar-moved"));
        assertThat(at(bar)).isEqualTo(moved);
    }

    @Test
    void tryingAMoveTellsWhatItCostsAndChangesNothing() {
        BarPlace before = at(bar);
        Consequences consequences = plans.tryMove(
                place.id(), bar, new BarPlace(before.machine(), before.start().plus(Duration.ofDays(20))), null);

        assertThat(consequences.before().lateOrders()).isZero();
        assertThat(consequences.after().lateOrders()).isOne();
        assertThat(consequences.newlyLate())
                .containsExactly(workOrders.getWorkOrder(order).orderNumber());
        assertThat(consequences.shifts()).extracting(BarShift::bar).contains(bar);
        assertThat(at(bar)).isEqualTo(before);
    }

    @Test
    void aBarIsRefusedByMachinesThatCannotMakeIt() {
        assertThatThrownBy(() -> plans.tryMove(place.id(), bar, new BarPlace(place.laser(), later(at(bar), 1)), null))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("bar-machine"));
    }

    @Test
    void whatHasBegunStaysWhereItIs() {
        PlannedOperation prepare = workOrders.listOperationsOf(build.id()).getFirst();
        clock.set(prepare.start());
        workOrders.start(prepare.id(), place.operator(), prepare.machine(), prepare.start(), OPERATOR);

        assertThatThrownBy(() -> plans.tryMove(place.id(), bar, at(bar), null))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("bar-begun"));
    }

    @Test
    void aCopyOfThePlanChangesNothingUntilItIsAdopted() {
        BarPlace before = at(bar);
        var wished = new BarPlace(otherPrinter(), later(before, 4));
        Scenario scenario = plans.open(place.id(), OPERATOR);
        plans.wish(scenario.id(), bar, wished);
        ScenarioView view = plans.look(scenario.id());

        assertThat(at(bar)).isEqualTo(before);
        assertThat(view.shifts()).extracting(BarShift::to).contains(wished);

        plans.adopt(scenario.id(), view.digest(), OPERATOR);
        assertThat(at(bar)).isEqualTo(wished);
        assertThat(plans.listPins(place.id())).extracting(Pin::bar).containsExactly(bar);
        assertThatThrownBy(() -> plans.adopt(scenario.id(), view.digest(), OPERATOR))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("scenario-over"));
    }

    @Test
    void aCopyThatWouldLeadToSomethingElseByNowIsNotAdopted() {
        BarPlace before = at(bar);
        Scenario scenario = plans.open(place.id(), OPERATOR);
        plans.wish(scenario.id(), bar, new BarPlace(otherPrinter(), later(before, 4)));
        ScenarioView seen = plans.look(scenario.id());
        factories.markDown(otherPrinter(), "belt broken", null, OPERATOR);

        assertThatThrownBy(() -> plans.adopt(scenario.id(), seen.digest(), OPERATOR))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("scenario-stale"));
        assertThat(plans.listPins(place.id())).isEmpty();
    }

    @Test
    void aPinOnAMachineThatBreaksDownGivesWayAndIsToldSo() {
        MachineId other = otherPrinter();
        plans.move(place.id(), bar, new BarPlace(other, later(at(bar), 2)), at(bar), OPERATOR);
        factories.markDown(other, "belt broken", null, OPERATOR);
        workOrders.replan(place.id(), "MachineWentDown");

        assertThat(at(bar).machine()).isNotNull().isNotEqualTo(other);
        assertThat(plans.listPins(place.id())).extracting(Pin::bar).containsExactly(bar);
    }

    @Test
    void aLateOrderSaysWhatItWaitsFor() {
        plans.move(
                place.id(),
                bar,
                new BarPlace(at(bar).machine(), at(bar).start().plus(Duration.ofDays(20))),
                at(bar),
                OPERATOR);

        List<LateOrder> late = plans.listLate(place.id());
        assertThat(late).hasSize(1);
        assertThat(late.getFirst().id()).isEqualTo(order);
        assertThat(late.getFirst().chain())
                .extracting(Because::reason)
                .contains("predecessor")
                .last()
                .isEqualTo("pinned");
    }

    @Test
    void everyVersionOfTheTimetableCanBeMadeAgain() {
        Diff moved = plans.move(place.id(), bar, new BarPlace(otherPrinter(), later(at(bar), 3)), at(bar), OPERATOR);
        workOrders.accept(workshop.printing(place, workshop.block(place, 30, 30, 10), 3));
        workOrders.plan(place.id());
        int last = workOrders.findLastDiff(place.id()).orElseThrow().version();

        assertThat(last).isGreaterThan(moved.version());
        for (int version = 1; version <= last; version++) {
            assertThat(plans.replaysTheSame(place.id(), version))
                    .as("version %s", version)
                    .isTrue();
        }
    }

    private BarPlace at(BarId wanted) {
        PlannedOperation first =
                workOrders.listOperationsOf(new BuildId(wanted.id())).getFirst();
        return new BarPlace(first.machine(), first.start());
    }

    private MachineId otherPrinter() {
        return place.printers().stream()
                .filter(printer -> !printer.equals(at(bar).machine()))
                .findFirst()
                .orElseThrow();
    }

    private static Instant later(BarPlace from, long hours) {
        return from.start().plus(Duration.ofHours(hours));
    }
}
