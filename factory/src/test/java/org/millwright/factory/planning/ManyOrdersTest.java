package org.millwright.factory.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.factory.testing.SampleFactory.OPERATOR;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Fifty orders at one moment, with planning going on beside. */
@FactoryTest
@Import(Workshop.class)
class ManyOrdersTest {
    private static final int ORDERS = 50;

    @Autowired
    private WorkOrders workOrders;

    @Autowired
    private Workshop workshop;

    @Autowired
    private Lots lots;

    @Autowired
    private TestClock clock;

    private Workshop.Place place;

    @BeforeEach
    void openWorkshop() {
        clock.set(TestClock.START);
        place = workshop.open(3);
        workshop.spool(place, 1000);
        workshop.spool(place, 1000);
        workshop.sheets(place, 20);
    }

    @Test
    void everyUnitIsPlannedOnceAndNoMachineIsTakenTwice() throws Exception {
        List<DesignId> blocks = new ArrayList<>();
        for (int size = 1; size <= 4; size++) {
            blocks.add(workshop.block(place, 15 + 5 * size, 20, 5));
        }
        DesignId panel = workshop.panel(place, 120, 90);
        List<WorkDemand> demands = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            demands.add(
                    i % 5 == 4
                            ? workshop.cutting(place, panel, 1 + i % 3)
                            : workshop.printing(place, blocks.get(i % 4), 1 + i % 3));
        }
        List<WorkOrderId> orders = acceptAll(demands);
        workOrders.plan(place.id());

        assertThat(orders).doesNotHaveDuplicates();
        for (WorkOrderId order : orders) {
            assertThat(workOrders.getWorkOrder(order).waitingFor()).isNull();
            assertThat(workOrders.listUnits(order)).allMatch(unit -> unit.build() != null);
        }
        List<UnitId> placed = workOrders.listBuilds(place.id()).stream()
                .filter(build -> build.state() != BuildState.CANCELLED)
                .flatMap(build -> build.units().stream())
                .map(BuildPlan.Placed::unit)
                .toList();
        assertThat(placed)
                .doesNotHaveDuplicates()
                .hasSize(demands.stream().mapToInt(WorkDemand::quantity).sum());
        assertNoOverlap();
        assertThat(lots.checkLedger(place.id()).faults()).isEmpty();
        long reservations = workOrders.listBuilds(place.id()).stream()
                .filter(build -> lots.findReservation(build.id().value()).isPresent())
                .count();
        assertThat(reservations)
                .isEqualTo(workOrders.listBuilds(place.id()).stream()
                        .filter(build -> build.state() == BuildState.PLANNED)
                        .count());
    }

    @Test
    void plannersAndCancellersAtOnceLeaveABalancedPlan() throws Exception {
        DesignId block = workshop.block(place, 25, 25, 5);
        List<WorkDemand> demands = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            demands.add(workshop.printing(place, block, 2));
        }
        acceptAll(demands);
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < demands.size(); i++) {
            WorkDemand demand = demands.get(i);
            work.add(
                    i % 2 == 0
                            ? () -> workOrders.cancel(demand.reference(), OPERATOR)
                            : () -> {
                                workOrders.plan(place.id());
                                return 0;
                            });
        }
        runAll(work);
        workOrders.plan(place.id());

        for (int i = 0; i < demands.size(); i++) {
            boolean cancelled = i % 2 == 0;
            assertThat(workOrders.listUnitsFor(demands.get(i).reference()))
                    .hasSize(2)
                    .allMatch(unit -> cancelled
                            ? unit.state() == UnitState.CANCELLED
                            : unit.state() == UnitState.PLANNED && unit.build() != null);
        }
        assertNoOverlap();
        assertThat(lots.checkLedger(place.id()).faults()).isEmpty();
    }

    private List<WorkOrderId> acceptAll(List<WorkDemand> demands) throws Exception {
        List<Callable<WorkOrderId>> accepting = new ArrayList<>();
        demands.forEach(demand -> accepting.add(() -> workOrders.accept(demand)));
        return runAll(accepting);
    }

    private static <T> List<T> runAll(List<Callable<T>> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<T> done : threads.invokeAll(work)) {
                results.add(done.get());
            }
        }
        return results;
    }

    private void assertNoOverlap() {
        Map<MachineId, Instant> busyUntil = new HashMap<>();
        for (PlannedOperation operation : workOrders.timetable(place.id())) {
            MachineId machine = operation.machine();
            if (machine != null) {
                Instant until = busyUntil.get(machine);
                if (until != null) {
                    assertThat(operation.start()).isAfterOrEqualTo(until);
                }
                busyUntil.put(machine, operation.end());
            }
        }
        assertThat(busyUntil).isNotEmpty();
    }
}
