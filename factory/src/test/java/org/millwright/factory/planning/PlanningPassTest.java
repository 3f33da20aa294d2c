package org.millwright.factory.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.factory.testing.SampleFactory.OPERATOR;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.platform.files.FileStore;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** From an accepted work order to a timetable, alone and together with others. */
@FactoryTest
@Import(Workshop.class)
class PlanningPassTest {
    /** Nobody is there before Monday, so nothing is about to start. */
    private static final Instant SUNDAY = TestClock.START.minus(Duration.ofDays(1));

    @Autowired
    private WorkOrders workOrders;

    @Autowired
    private Workshop workshop;

    @Autowired
    private Lots lots;

    @Autowired
    private FileStore files;

    @Autowired
    private Journal journal;

    @Autowired
    private TestClock clock;

    private Workshop.Place place;

    @BeforeEach
    void openWorkshop() {
        clock.set(TestClock.START);
        place = workshop.open(2);
    }

    @Test
    void aPrintedPartGetsAPlateAProgramMaterialAndATime() {
        workshop.stock(place);
        WorkOrderId order = workOrders.accept(workshop.printing(place, workshop.block(place, 20, 20, 10), 3));
        workOrders.plan(place.id());

        assertThat(workOrders.getWorkOrder(order).state()).isEqualTo(WorkOrderState.PLANNED);
        assertThat(workOrders.getWorkOrder(order).waitingFor()).isNull();
        List<BuildPlan> builds = workOrders.listBuildsOf(order);
        assertThat(builds).hasSize(1);
        BuildPlan build = builds.getFirst();
        assertThat(build.units()).hasSize(3);
        assertThat(build.machine()).isIn(place.printers());
        assertThat(files.exists(build.program())).isTrue();
        assertThat(lots.findReservation(build.id().value())).isPresent();
        assertThat(workOrders.listOperationsOf(build.id()))
                .extracting(PlannedOperation::step)
                .containsExactly("prepare", "print", "remove");
        assertThat(workOrders.listOperationsOf(order))
                .extracting(PlannedOperation::step)
                .containsExactly("finish", "inspect", "pack");
        assertInOrder(build, order);
        Unit unit = workOrders.listUnits(order).getFirst();
        assertThat(journal.listAbout(unit.id().value()))
                .extracting(entry -> entry.type())
                .contains("UnitCreated", "BuildPlanned");
    }

    @Test
    void aCutPartTakesAWholeSheetAndSaysWhatIsLeft() {
        workshop.stock(place);
        WorkOrderId order = workOrders.accept(workshop.cutting(place, workshop.panel(place, 100, 80), 4));
        workOrders.plan(place.id());

        BuildPlan build = workOrders.listBuildsOf(order).getFirst();
        BuildPlan.Sheet sheet = build.sheet();
        assertThat(sheet).isNotNull();
        assertThat(sheet.left()).isNotNull();
        assertThat(lots.listSheetStock(place.id(), "plywood-3").getFirst().pieces())
                .isEqualTo(2);
        assertThat(build.machine()).isEqualTo(place.laser());
        assertInOrder(build, order);
    }

    @Test
    void ordersOfTheSameMaterialShareAPlate() {
        clock.set(SUNDAY);
        workshop.stock(place);
        WorkOrderId first = workOrders.accept(workshop.printing(place, workshop.block(place, 20, 20, 5), 2));
        WorkOrderId second = workOrders.accept(workshop.printing(place, workshop.block(place, 30, 15, 5), 2));
        workOrders.plan(place.id());

        assertThat(livingBuilds(first)).hasSize(1).isEqualTo(livingBuilds(second));
    }

    @Test
    void whatHasNoMaterialWaitsAndIsPlannedWhenItArrives() {
        WorkOrderId order = workOrders.accept(workshop.printing(place, workshop.block(place, 20, 20, 10), 1));
        workOrders.plan(place.id());
        assertThat(workOrders.getWorkOrder(order).waitingFor())
                .extracting(WorkOrder.Waiting::reason)
                .isEqualTo("material");

        workshop.spool(place, 500);
        workOrders.plan(place.id());
        assertThat(workOrders.getWorkOrder(order).waitingFor()).isNull();
        assertThat(workOrders.listUnits(order)).allMatch(unit -> unit.build() != null);
    }

    @Test
    void theSameKeyTwiceIsOneWorkOrder() {
        WorkDemand demand = workshop.printing(place, workshop.block(place, 20, 20, 10), 2);
        UUID key = UUID.nameUUIDFromBytes(new byte[] {1});
        assertThat(workOrders.accept(demand, key)).isEqualTo(workOrders.accept(demand, key));
        assertThat(workOrders.listUnitsFor(demand.reference())).hasSize(2);
    }

    @Test
    void promiseMovesNothingAndComesTrueWhenItIsAccepted() {
        workshop.stock(place);
        var design = workshop.block(place, 40, 40, 20);
        Promise promise = workOrders.promise(place.id(), design, "printing", "pla", 2, Map.of());
        assertThat(promise.at()).isNotNull();
        assertThat(workOrders.timetable(place.id())).isEmpty();

        WorkOrderId order = workOrders.accept(workshop.printing(place, design, 2));
        workOrders.plan(place.id());
        PlannedOperation last = workOrders.listOperationsOf(order).getLast();
        assertThat(Duration.between(promise.at(), last.end()).abs()).isLessThan(Duration.ofMinutes(30));
    }

    @Test
    void cancellingFreesMaterialAndLeavesOthersOnANewPlate() {
        clock.set(SUNDAY);
        workshop.stock(place);
        WorkDemand gone = workshop.printing(place, workshop.block(place, 20, 20, 5), 2);
        WorkDemand stays = workshop.printing(place, workshop.block(place, 30, 15, 5), 2);
        WorkOrderId goneOrder = workOrders.accept(gone);
        WorkOrderId staysOrder = workOrders.accept(stays);
        workOrders.plan(place.id());
        BuildPlan shared = workOrders.listBuildsOf(staysOrder).getFirst();
        assertThat(shared.units()).hasSize(4);

        assertThat(workOrders.cancel(gone.reference(), OPERATOR)).isEqualTo(2);
        workOrders.plan(place.id());

        assertThat(workOrders.getWorkOrder(goneOrder).state()).isEqualTo(WorkOrderState.CANCELLED);
        assertThat(lots.findReservation(shared.id().value())).isEmpty();
        assertThat(workOrders.getBuild(shared.id()).state()).isEqualTo(BuildState.CANCELLED);
        assertThat(workOrders.listUnits(staysOrder)).allMatch(unit -> unit.build() != null);
        assertThat(lots.checkLedger(place.id()).balanced()).isTrue();
    }

    private List<BuildId> livingBuilds(WorkOrderId order) {
        return workOrders.listBuildsOf(order).stream()
                .filter(build -> build.state() != BuildState.CANCELLED)
                .map(BuildPlan::id)
                .toList();
    }

    private void assertInOrder(BuildPlan build, WorkOrderId order) {
        List<PlannedOperation> all = new ArrayList<>(workOrders.listOperationsOf(build.id()));
        all.addAll(workOrders.listOperationsOf(order));
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).start()).isAfterOrEqualTo(all.get(i - 1).end());
        }
        assertThat(all.getFirst().start()).isAfterOrEqualTo(clock.instant());
        assertThat(all)
                .filteredOn(PlannedOperation::attended)
                .allMatch(operation -> place.operator().equals(operation.person()));
    }
}
