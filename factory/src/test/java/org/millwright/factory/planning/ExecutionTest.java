package org.millwright.factory.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.millwright.factory.testing.SampleFactory.OPERATOR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What really happens, and how the timetable gives way. */
@FactoryTest
@Import(Workshop.class)
class ExecutionTest {
    @Autowired
    private WorkOrders workOrders;

    @Autowired
    private Workshop workshop;

    @Autowired
    private Factories factories;

    @Autowired
    private Lots lots;

    @Autowired
    private TestClock clock;

    private Workshop.Place place;

    @BeforeEach
    void openWorkshop() {
        clock.set(TestClock.START);
        place = workshop.open(2);
        workshop.stock(place);
    }

    @Test
    void aWorkOrderGoesFromPlannedToDoneStepByStep() {
        WorkOrderId order = planned(2);
        BuildPlan build = workOrders.listBuildsOf(order).getFirst();
        List<PlannedOperation> plate = workOrders.listOperationsOf(build.id());
        assertThat(workOrders.predecessorsDone(plate.get(1).id())).isFalse();

        run(plate.get(0), Duration.ofMinutes(3));
        assertThat(workOrders.getBuild(build.id()).state()).isEqualTo(BuildState.PREPARED);
        assertThat(workOrders.getWorkOrder(order).state()).isEqualTo(WorkOrderState.IN_WORK);
        run(plate.get(1), Duration.ofHours(5));
        assertThat(workOrders.getBuild(build.id()).state()).isEqualTo(BuildState.RUN_ENDED);
        run(plate.get(2), Duration.ofMinutes(3));
        assertThat(workOrders.getBuild(build.id()).state()).isEqualTo(BuildState.REMOVED);
        for (Unit unit : workOrders.listUnits(order)) {
            workOrders.markUnit(unit.id(), UnitState.MADE, OPERATOR, "");
            workOrders.markUnit(unit.id(), UnitState.RELEASED, OPERATOR, "");
        }
        workOrders.listOperationsOf(order).forEach(step -> run(step, Duration.ofMinutes(4)));
        assertThat(workOrders.getWorkOrder(order).state()).isEqualTo(WorkOrderState.DONE);
        assertThat(workOrders.timetable(place.id())).isEmpty();
    }

    @Test
    void nothingStartsBeforeWhatComesFirst() {
        WorkOrderId order = planned(1);
        OperationId pack = workOrders.listOperationsOf(order).getLast().id();
        assertThatThrownBy(() -> workOrders.start(pack, place.operator(), null, clock.instant(), OPERATOR))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("operation-not-ready"));
    }

    @Test
    void aRunThatTakesLongerPushesWhatFollowsOnItsMachine() {
        factories.markDown(place.printers().get(1), "nozzle clogged", null, OPERATOR);
        WorkOrderId first = planned(1);
        BuildPlan running = workOrders.listBuildsOf(first).getFirst();
        List<PlannedOperation> plate = workOrders.listOperationsOf(running.id());
        run(plate.get(0), Duration.ofMinutes(4));
        WorkOrderId second = planned(1);
        PlannedOperation next = prepare(second);
        assertThat(next.machine()).isEqualTo(place.printers().get(0));

        Instant late = next.start().plus(Duration.ofMinutes(90));
        workOrders.start(plate.get(1).id(), null, running.machine(), clock.instant(), OPERATOR);
        clock.set(late);
        workOrders.finish(plate.get(1).id(), late, OPERATOR);

        assertThat(prepare(second).start()).isAfterOrEqualTo(late);
        assertThat(workOrders.lastDiff(place.id())).isNotEmpty();
    }

    @Test
    void aFailedRunMakesItsUnitsSuspectAndARemakeGetsAPlateOfItsOwn() {
        WorkDemand demand = workshop.printing(place, workshop.block(place, 20, 20, 10), 2);
        WorkOrderId order = workOrders.accept(demand);
        workOrders.plan(place.id());
        BuildPlan build = workOrders.listBuildsOf(order).getFirst();
        List<PlannedOperation> plate = workOrders.listOperationsOf(build.id());
        run(plate.get(0), Duration.ofMinutes(4));
        workOrders.start(plate.get(1).id(), null, build.machine(), clock.instant(), OPERATOR);
        workOrders.fail(plate.get(1).id(), "thermal runaway", OPERATOR);

        assertThat(workOrders.getBuild(build.id()).state()).isEqualTo(BuildState.FAILED);
        assertThat(workOrders.listUnits(order)).allMatch(unit -> unit.state() == UnitState.SUSPECT);
        workOrders
                .listUnits(order)
                .forEach(unit -> workOrders.markUnit(unit.id(), UnitState.SCRAPPED, OPERATOR, "half printed"));
        assertThat(workOrders.getWorkOrder(order).state()).isEqualTo(WorkOrderState.DONE);

        WorkOrderId remake = workOrders.accept(demand);
        workOrders.plan(place.id());
        assertThat(remake).isNotEqualTo(order);
        assertThat(workOrders.listUnitsFor(demand.reference())).hasSize(4);
        assertThat(workOrders.listUnits(remake)).allMatch(unit -> unit.build() != null);
    }

    @Test
    void aPlateThatCannotBePreparedLetsItsUnitsWaitForAnother() {
        WorkOrderId order = planned(2);
        BuildPlan build = workOrders.listBuildsOf(order).getFirst();
        OperationId prepare = workOrders.listOperationsOf(build.id()).getFirst().id();
        workOrders.start(prepare, place.operator(), build.machine(), clock.instant(), OPERATOR);
        workOrders.fail(prepare, "wrong spool", OPERATOR);
        workOrders.plan(place.id());

        assertThat(workOrders.getBuild(build.id()).state()).isEqualTo(BuildState.CANCELLED);
        assertThat(workOrders.listUnits(order)).allSatisfy(unit -> {
            assertThat(unit.state()).isEqualTo(UnitState.PLANNED);
            assertThat(unit.build()).isNotNull().isNotEqualTo(build.id());
        });
        assertThat(lots.checkLedger(place.id()).balanced()).isTrue();
    }

    @Test
    void aMachineThatGoesDownLosesItsWorkToAnother() {
        WorkOrderId order = planned(1);
        BuildPlan build = workOrders.listBuildsOf(order).getFirst();
        factories.markDown(build.machine(), "belt torn", null, OPERATOR);
        Diff diff = workOrders.replan(place.id(), "MachineWentDown");

        assertThat(workOrders.getBuild(build.id()).machine()).isNotEqualTo(build.machine());
        assertThat(diff.moved()).extracting(Moved::step).contains("prepare", "print", "remove");
    }

    @Test
    void whenNoMachineIsLeftWorkWaitsUntilOneComesBack() {
        WorkOrderId order = planned(1);
        place.printers().forEach(printer -> factories.markDown(printer, "power cut", null, OPERATOR));
        workOrders.plan(place.id());
        assertThat(workOrders.getWorkOrder(order).waitingFor())
                .extracting(WorkOrder.Waiting::reason)
                .isEqualTo("machine");
        assertThat(workOrders.promise(
                        place.id(), workshop.block(place, 9, 9, 9), "printing", "pla", 1, java.util.Map.of()))
                .satisfies(promise -> assertThat(promise.at()).isNull());

        factories.markUp(place.printers().getFirst(), OPERATOR);
        workOrders.plan(place.id());
        assertThat(workOrders.listUnits(order)).allMatch(unit -> unit.build() != null);
        assertThat(workOrders.getWorkOrder(order).waitingFor()).isNull();
    }

    @Test
    void unitsKeepToTheTransitionTable() {
        WorkOrderId order = planned(1);
        UnitId unit = workOrders.listUnits(order).getFirst().id();
        assertThatThrownBy(() -> workOrders.markUnit(unit, UnitState.PACKED, OPERATOR, ""))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("unit-state"));
        workOrders.markUnit(unit, UnitState.PLANNED, OPERATOR, "twice");
        assertThat(workOrders.getUnit(unit).state()).isEqualTo(UnitState.PLANNED);
    }

    @Test
    void whatRunsIsNotCancelled() {
        WorkDemand demand = workshop.printing(place, workshop.block(place, 20, 20, 10), 1);
        WorkOrderId order = workOrders.accept(demand);
        workOrders.plan(place.id());
        run(
                workOrders
                        .listOperationsOf(
                                workOrders.listBuildsOf(order).getFirst().id())
                        .getFirst(),
                Duration.ofMinutes(4));
        assertThat(workOrders.cancel(demand.reference(), OPERATOR)).isZero();
        assertThat(workOrders.cancel(UUID.nameUUIDFromBytes(new byte[0]), OPERATOR))
                .isZero();
    }

    private PlannedOperation prepare(WorkOrderId order) {
        return workOrders
                .listOperationsOf(workOrders.listBuildsOf(order).getFirst().id())
                .getFirst();
    }

    private WorkOrderId planned(int quantity) {
        WorkOrderId order = workOrders.accept(workshop.printing(place, workshop.block(place, 20, 20, 10), quantity));
        workOrders.plan(place.id());
        return order;
    }

    private void run(PlannedOperation operation, Duration time) {
        PlannedOperation now = workOrders.getOperation(operation.id());
        workOrders.start(now.id(), now.attended() ? place.operator() : null, now.machine(), clock.instant(), OPERATOR);
        clock.advance(time);
        workOrders.finish(now.id(), clock.instant(), OPERATOR);
    }
}
