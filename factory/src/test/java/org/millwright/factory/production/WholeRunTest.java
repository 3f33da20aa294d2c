package org.millwright.factory.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrderState;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.StoredEntry;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Work orders from the plan to the parcel on virtual machines. */
@FactoryTest
@Import(ShopFloor.class)
class WholeRunTest {
    @Autowired
    private ShopFloor floor;

    @Autowired
    private Jobs jobs;

    @Autowired
    private WorkOrders workOrders;

    @Autowired
    private Lots lots;

    @Autowired
    private Journal journal;

    @Autowired
    private TestClock clock;

    private ShopFloor.Place place;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        place = floor.open();
    }

    @Test
    void printedUnitsGoFromThePlanToTheParcel() {
        WorkOrderId order = floor.print(place, 2);
        BuildPlan build = workOrders.listBuildsOf(order).getFirst();

        floor.does(place, "prepare");
        assertThat(workOrders.getBuild(build.id()).state()).isEqualTo(BuildState.PREPARED);
        Job job = floor.runToEnd(place, place.printer());
        assertThat(job.state()).isEqualTo(JobState.ENDED);
        assertThat(job.consumed().get("runS")).isPositive();
        floor.does(place, "remove");
        assertThat(floor.states(order)).containsOnly(UnitState.MADE);
        floor.does(place, "finish");
        floor.does(place, "inspect");
        assertThat(floor.states(order)).containsOnly(UnitState.RELEASED);
        floor.does(place, "pack");

        assertThat(floor.states(order)).containsOnly(UnitState.PACKED);
        assertThat(workOrders.getWorkOrder(order).state()).isEqualTo(WorkOrderState.DONE);
        assertThat(jobs.machineState(place.printer()).bedClear()).isTrue();
        assertThat(jobs.listOpenTasks(place.id())).isEmpty();
    }

    @Test
    void materialIsBookedByWhatReallyRan() {
        WorkOrderId order = floor.print(place, 1);
        BuildPlan build = workOrders.listBuildsOf(order).getFirst();
        long before = lots.listLots(place.id()).getFirst().onHand();

        floor.does(place, "prepare");
        Job job = floor.runToEnd(place, place.printer());

        double massMg = job.consumed().get("filamentMm") * Math.PI * 1.75 * 1.75 / 4 * 1.24;
        long after = lots.listLots(place.id()).getFirst().onHand();
        assertThat((double) (before - after)).isCloseTo(massMg, offset(1.0));
        assertThat(massMg / 1000).isCloseTo(build.massG(), withPercentage(5));
        assertThat(lots.checkLedger(place.id()).balanced()).isTrue();
    }

    @Test
    void cutUnitsLeaveARemnant() {
        WorkOrderId order = floor.cut(place, 3);
        BuildPlan build = workOrders.listBuildsOf(order).getFirst();

        floor.does(place, "prepare");
        Job job = floor.runToEnd(place, place.laser());
        assertThat(job.state()).isEqualTo(JobState.ENDED);
        floor.does(place, "sort");
        floor.does(place, "inspect");
        floor.does(place, "pack");

        assertThat(floor.states(order)).containsOnly(UnitState.PACKED);
        assertThat(build.sheet().left()).isNotNull();
        assertThat(lots.listSheetStock(place.id(), "plywood-3").getFirst().remnant())
                .isTrue();
        assertThat(lots.checkLedger(place.id()).balanced()).isTrue();
    }

    @Test
    void theJournalTellsEachUnitsWholeStory() {
        WorkOrderId order = floor.print(place, 1);
        floor.does(place, "prepare");
        floor.runToEnd(place, place.printer());
        floor.does(place, "remove");
        floor.does(place, "finish");
        floor.does(place, "inspect");
        floor.does(place, "pack");

        var unit = workOrders.listUnits(order).getFirst();
        assertThat(journal.listAbout(unit.id().value()))
                .extracting(StoredEntry::type)
                .contains(
                        "PreparationConfirmed",
                        "JobCreated",
                        "JobStored",
                        "JobStarting",
                        "JobStarted",
                        "JobEnded",
                        "MaterialConsumed",
                        "OperationStarted",
                        "OperationFinished",
                        "InspectionOpened",
                        "MeasurementRecorded",
                        "UnitReleased",
                        "WorkOrderPacked");
    }
}
