package org.millwright.factory.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.millwright.factory.production.ShopFloor.ADA;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.production.ShopFloor;
import org.millwright.factory.production.task.Task;
import org.millwright.factory.production.task.TaskState;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.TestClock;
import org.millwright.processes.Characteristic;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Verdicts, and what follows from bad ones. */
@FactoryTest
@Import(ShopFloor.class)
class InspectionsTest {
    @Autowired
    private ShopFloor floor;

    @Autowired
    private Inspections inspections;

    @Autowired
    private Jobs jobs;

    @Autowired
    private WorkOrders workOrders;

    @Autowired
    private TestClock clock;

    private ShopFloor.Place place;
    private WorkOrderId order;
    private Task inspect;

    @BeforeEach
    void makeTwoUnits() {
        clock.set(TestClock.START);
        place = floor.open();
        order = floor.print(place, 2);
        floor.does(place, "prepare");
        floor.runToEnd(place, place.printer());
        floor.does(place, "remove");
        floor.does(place, "finish");
        jobs.tick(place.id());
        inspect = floor.task(place, "inspect");
    }

    @Test
    void inspectionsOpenByThemselvesWithTheTask() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> inspections.listInspections(order).size() == 2);
        assertThat(inspections.listInspections(order).getFirst().characteristics())
                .isNotEmpty();
    }

    @Test
    void nothingIsRecordedBeforeAQualifiedPersonStarted() {
        Inspection first = inspections.open(order).getFirst();
        String name = first.characteristics().getFirst().characteristic().name();
        assertThatThrownBy(() -> recordNominal(first, name))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("inspection-not-started"));
    }

    @Test
    void oneBadMeasureHoldsTheUnitBackAndItsOrderIsNotPackedBeforeTheDecision() {
        start();
        List<Inspection> open = inspections.open(order);
        Unit bad = workOrders.getUnit(open.getFirst().unit());
        spoil(open.getFirst());
        pass(open.getLast());

        assertThat(inspections.listFor(bad.id()).getFirst().state()).isEqualTo(InspectionState.FAILED);
        assertThat(workOrders.getUnit(bad.id()).state()).isEqualTo(UnitState.SUSPECT);
        assertThat(jobs.getTask(inspect.id()).state()).isEqualTo(TaskState.DONE);
        jobs.tick(place.id());
        Task pack = floor.task(place, "pack");
        assertThat(jobs.permit(pack.id(), place.ada()).listUnmet())
                .extracting(unmet -> unmet.condition())
                .containsExactly("units-released");

        Nonconformance nonconformance =
                inspections.listNonconformances(bad.id()).getFirst();
        assertThat(nonconformance.cause()).isEqualTo(Nonconformance.Cause.INSPECTION);
        inspections.dispose(nonconformance.id(), Disposition.SCRAP, "too short", ADA);
        assertThat(workOrders.getUnit(bad.id()).state()).isEqualTo(UnitState.SCRAPPED);
        assertThatThrownBy(() -> inspections.dispose(nonconformance.id(), Disposition.REWORK, "no", ADA))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("nonconformance-closed"));
        assertThat(jobs.permit(pack.id(), place.ada()).isGranted()).isTrue();
    }

    @Test
    void reworkIsInspectedAnewAndUseAsItIsReleases() {
        start();
        List<Inspection> open = inspections.open(order);
        open.forEach(this::spoil);
        decide(open.getFirst(), Disposition.REWORK);
        decide(open.getLast(), Disposition.USE_AS_IS);

        Unit reworked = workOrders.getUnit(open.getFirst().unit());
        assertThat(reworked.state()).isEqualTo(UnitState.MADE);
        Inspection second = inspections.listFor(reworked.id()).getLast();
        assertThat(second.round()).isEqualTo(2);
        pass(second);
        assertThat(floor.states(order)).containsOnly(UnitState.RELEASED);
        floor.does(place, "pack");
        assertThat(floor.states(order)).containsOnly(UnitState.PACKED);
    }

    @Test
    void aFaultOfTheMachineOpensANonconformanceForEachUnit() {
        WorkOrderId other = floor.print(place, 2);
        floor.does(place, "prepare");
        jobs.tick(place.id());
        floor.breakPrinter(place, 0.5);
        floor.runToEnd(place, place.printer());

        await().atMost(Duration.ofSeconds(20))
                .until(() -> inspections.listNonconformances(place.id()).size() == 2);
        assertThat(inspections.listNonconformances(place.id()))
                .allMatch(each -> each.cause() == Nonconformance.Cause.RUN_INTERRUPTED && each.isOpen());
        assertThat(floor.states(other)).containsOnly(UnitState.SUSPECT);
    }

    private void start() {
        jobs.startTask(inspect.id(), place.ada(), ADA);
    }

    private void decide(Inspection inspection, Disposition disposition) {
        var id = inspections.listNonconformances(inspection.unit()).getFirst().id();
        inspections.dispose(id, disposition, "looked at it again", ADA);
    }

    private void pass(Inspection inspection) {
        inspection
                .characteristics()
                .forEach(planned ->
                        recordNominal(inspection, planned.characteristic().name()));
    }

    private void recordNominal(Inspection inspection, String name) {
        Characteristic characteristic = find(inspection, name);
        if (characteristic.kind() == Characteristic.Kind.VISUAL) {
            inspections.recordVisual(inspection.unit(), name, true, ADA);
        } else {
            inspections.record(inspection.unit(), name, characteristic.nominalMm(), ADA);
        }
    }

    /** One dimension a millimetre below its limit, all else good. */
    private void spoil(Inspection inspection) {
        Characteristic dimension = inspection.characteristics().stream()
                .map(PlannedCharacteristic::characteristic)
                .filter(characteristic -> characteristic.kind() == Characteristic.Kind.DIMENSION)
                .findFirst()
                .orElseThrow();
        inspections.record(inspection.unit(), dimension.name(), dimension.lowerMm() - 1, ADA);
        inspection.characteristics().stream()
                .map(planned -> planned.characteristic().name())
                .filter(name -> !name.equals(dimension.name()))
                .forEach(name -> recordNominal(inspection, name));
    }

    private static Characteristic find(Inspection inspection, String name) {
        return inspection.characteristics().stream()
                .map(PlannedCharacteristic::characteristic)
                .filter(characteristic -> characteristic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
