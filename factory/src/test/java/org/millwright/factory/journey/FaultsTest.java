package org.millwright.factory.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.factory.demo.BackgroundWork;
import org.millwright.factory.demo.FastForward;
import org.millwright.factory.design.Designs;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.ordering.Customer;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderState;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.passport.Passport;
import org.millwright.factory.passport.PassportVerifier;
import org.millwright.factory.passport.Passports;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.production.Job;
import org.millwright.factory.production.JobState;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.production.Permit;
import org.millwright.factory.production.task.Task;
import org.millwright.factory.production.task.TaskState;
import org.millwright.factory.quality.Disposition;
import org.millwright.factory.quality.Inspection;
import org.millwright.factory.quality.InspectionState;
import org.millwright.factory.quality.Inspections;
import org.millwright.factory.quality.Nonconformance;
import org.millwright.factory.quality.PlannedCharacteristic;
import org.millwright.factory.quoting.Quote;
import org.millwright.factory.quoting.QuoteRequest;
import org.millwright.factory.quoting.Quotes;
import org.millwright.geometry.LengthUnit;
import org.millwright.machines.virtual.VirtualMachines;
import org.millwright.processes.Characteristic;
import org.millwright.processes.ManufacturingProcess.StepKind;

/** What can go wrong on the way of an order through the running application, and that the order still ends well. */
@Tag("slow")
class FaultsTest {
    private static final Actor TESTER = new Actor("test", "planner", true);

    @TempDir
    static Path data;

    private static RunningFactory running;
    private static Orders orders;
    private static WorkOrders workOrders;
    private static Jobs jobs;
    private static Lots lots;
    private static Factories factories;
    private static Inspections inspections;

    @BeforeAll
    static void start() {
        running = RunningFactory.on(data, 1);
        orders = running.get(Orders.class);
        workOrders = running.get(WorkOrders.class);
        jobs = running.get(Jobs.class);
        lots = running.get(Lots.class);
        factories = running.get(Factories.class);
        inspections = running.get(Inspections.class);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @AfterEach
    void theBooksBalance() {
        assertThat(lots.checkLedger(running.factory().id()).faults()).isEmpty();
        assertThat(running.get(Journal.class).verify().firstBroken()).isNull();
    }

    @Test
    void aMachineThatBreaksDownInTheMiddleOfARunCostsTheUnitsButNotTheOrder() {
        Order order = place(3);
        List<BuildPlan> builds = planned(order);
        until(
                "a run",
                () -> jobs.findJob(builds.getFirst().id())
                        .filter(job -> job.state() == JobState.RUNNING)
                        .isPresent());
        Job job = jobs.findJob(builds.getFirst().id()).orElseThrow();
        List<Unit> first = units(order).stream()
                .filter(unit -> builds.getFirst().id().equals(unit.build()))
                .toList();
        String name = factories.getMachine(job.machine()).equipmentClass() + "/" + job.machine();
        VirtualMachines.find(name).orElseThrow().fault("JAM", "filament is stuck", 0.5);

        until(
                "nonconformances",
                () -> first.stream()
                        .noneMatch(unit ->
                                inspections.listNonconformances(unit.id()).isEmpty()));
        assertThat(jobs.getJob(job.id()).state()).isEqualTo(JobState.INTERRUPTED);
        assertThat(first).allMatch(unit -> workOrders.getUnit(unit.id()).state() == UnitState.SUSPECT);
        until("remakes", () -> units(order).size() == 3 + first.size());
        for (Unit unit : first) {
            decide(unit, Disposition.SCRAP);
        }
        complete(order);

        assertThat(packed(order)).hasSize(3);
        for (Unit unit : first) {
            assertThat(workOrders.getUnit(unit.id()).state()).isEqualTo(UnitState.SCRAPPED);
            assertThat(inspections.listNonconformances(unit.id()))
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.cause()).isEqualTo(Nonconformance.Cause.RUN_INTERRUPTED);
                        assertThat(each.detail()).contains("JAM");
                        assertThat(each.disposition()).isEqualTo(Disposition.SCRAP);
                    });
        }
    }

    @Test
    void workIsTakenOffAMachineThatGoesDown() {
        Order order = place(6);
        List<BuildPlan> builds = planned(order);
        MachineId machine = workOrders.listOperationsOf(builds.getFirst().id()).stream()
                .filter(operation -> operation.kind() == StepKind.RUN)
                .findFirst()
                .orElseThrow()
                .machine();
        int before = version();
        factories.markDown(machine, "nozzle worn", null, TESTER);
        settle(() -> version() > before);

        var diff = workOrders.findLastDiff(running.factory().id()).orElseThrow();
        assertThat(diff.moved()).isNotEmpty();
        assertThat(open()).noneMatch(operation -> machine.equals(operation.machine()));
        assertNothingOverlaps();
        factories.markUp(machine, TESTER);
        complete(order);
        assertThat(packed(order)).hasSize(6);
    }

    @Test
    void aQuarantinedLotKeepsItsBuildFromStarting() {
        Order order = place(1);
        BuildPlan build = planned(order).getFirst();
        until("preparation", () -> task(build, StepKind.PREPARE, TaskState.STARTED) != null);
        Task prepare = task(build, StepKind.PREPARE, TaskState.STARTED);
        LotId lot = lots.findReservation(build.id().value()).orElseThrow().lot();
        lots.quarantine(lot, "wet", TESTER);
        settle(() -> true);

        assertThat(jobs.permit(prepare.id(), prepare.person()).listUnmet())
                .extracting(Permit.Unmet::condition)
                .contains("lot-usable");
        until("the end of preparation", () -> jobs.getTask(prepare.id()).state() == TaskState.DONE);
        for (int round = 0; round < 20; round++) {
            running.get(FastForward.class).round(running.factory().id());
        }
        assertThat(jobs.findJob(build.id())).isEmpty();

        lots.endQuarantine(lot, "dried", TESTER);
        complete(order);
        assertThat(packed(order)).hasSize(1);
    }

    @Test
    void aUnitOutOfToleranceIsScrappedAndMadeAgain() {
        Order order = place(2);
        Unit bad = failInspection(order, 1).getFirst();
        decide(bad, Disposition.SCRAP);
        complete(order);

        assertThat(packed(order)).hasSize(2).noneMatch(unit -> unit.id().equals(bad.id()));
        assertThat(workOrders.getUnit(bad.id()).state()).isEqualTo(UnitState.SCRAPPED);
        assertThat(units(order)).hasSize(3);
    }

    @Test
    void aReworkedUnitIsInspectedAnewAndOneUsedAsItIsIsReleased() {
        Order order = place(2);
        List<Unit> bad = failInspection(order, 2);
        decide(bad.getFirst(), Disposition.REWORK);
        decide(bad.getLast(), Disposition.USE_AS_IS);
        assertThat(workOrders.getUnit(bad.getLast().id()).state()).isEqualTo(UnitState.RELEASED);
        assertThat(openInspection(bad.getFirst()).round()).isEqualTo(2);
        for (PlannedCharacteristic planned : openInspection(bad.getFirst()).characteristics()) {
            record(
                    bad.getFirst(),
                    planned.characteristic(),
                    planned.characteristic().nominalMm());
        }
        assertThat(workOrders.getUnit(bad.getFirst().id()).state()).isEqualTo(UnitState.RELEASED);
        settle(() -> units(order).stream().noneMatch(unit -> unit.state() == UnitState.PLANNED));
        complete(order);

        assertThat(packed(order))
                .extracting(Unit::id)
                .contains(bad.getFirst().id(), bad.getLast().id());
        assertThat(packed(order)).hasSize(2);
        assertThat(units(order))
                .as("replacements nobody began are not needed any more")
                .noneMatch(unit -> unit.state() == UnitState.PLANNED);
    }

    @Test
    void anOrderIsCancelledAsFarAsNothingWasBegun() {
        Order untouched = place(2);
        planned(untouched);
        assertThat(orders.cancel(untouched.id(), TESTER)).isEqualTo(2);
        assertThat(orders.getOrder(untouched.id()).state()).isEqualTo(OrderState.CANCELLED);
        settle(() -> true);
        assertThat(units(untouched)).allMatch(unit -> unit.state() == UnitState.CANCELLED);

        Order begun = place(1);
        BuildPlan build = planned(begun).getFirst();
        until("a run", () -> jobs.findJob(build.id()).isPresent());
        assertThat(orders.cancel(begun.id(), TESTER)).isZero();
        assertThat(orders.getOrder(begun.id()).state()).isEqualTo(OrderState.ACCEPTED);
        complete(begun);
        assertThatThrownBy(() -> orders.cancel(begun.id(), TESTER))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("order-not-open"));
    }

    private static Order place(int quantity) {
        var factory = running.factory().id();
        var design = running.get(Designs.class)
                .upload(
                        factory,
                        "box.stl",
                        new ByteArrayInputStream(TestParts.box(14, 12, 4).getBytes(StandardCharsets.US_ASCII)),
                        LengthUnit.MILLIMETRE,
                        TESTER);
        Quote quote = running.get(Quotes.class)
                .quote(new QuoteRequest(factory, design.id(), "printing", "pla", quantity, Map.of(), TESTER));
        return orders.accept(quote.id(), new Customer("Customer", ""), TESTER);
    }

    private static List<Unit> units(Order order) {
        return workOrders.listUnitsFor(order.lines().getFirst().id().value());
    }

    private static List<Unit> packed(Order order) {
        return units(order).stream()
                .filter(unit -> unit.state() == UnitState.PACKED)
                .toList();
    }

    /** Waits until all units have a build; no time passes in the factory. */
    private static List<BuildPlan> planned(Order order) {
        settle(() -> units(order).stream().allMatch(unit -> unit.build() != null));
        return units(order).stream()
                .map(Unit::build)
                .distinct()
                .map(workOrders::getBuild)
                .toList();
    }

    /** Spoils this many units while they are inspected, passes the others. */
    private static List<Unit> failInspection(Order order, int count) {
        until(
                "an inspection",
                () -> units(order).stream()
                        .allMatch(unit -> unit.state() == UnitState.MADE
                                && jobs.listTasks(unit.workOrder()).stream()
                                        .anyMatch(task ->
                                                task.kind() == StepKind.INSPECT && task.state() == TaskState.STARTED)
                                && openInspection(unit) != null));
        List<Unit> bad = units(order).subList(0, count);
        for (Unit unit : bad) {
            Characteristic worst = null;
            Inspection inspection = openInspection(unit);
            for (PlannedCharacteristic planned : inspection.characteristics()) {
                Characteristic each = planned.characteristic();
                boolean spoilt = worst == null && each.kind() == Characteristic.Kind.DIMENSION;
                worst = spoilt ? each : worst;
                record(unit, each, spoilt ? Double.valueOf(each.lowerMm() - 1) : each.nominalMm());
            }
            assertThat(workOrders.getUnit(unit.id()).state()).isEqualTo(UnitState.SUSPECT);
        }
        return bad;
    }

    private static void record(Unit unit, Characteristic characteristic, Double valueMm) {
        if (characteristic.kind() == Characteristic.Kind.VISUAL) {
            inspections.recordVisual(unit.id(), characteristic.name(), true, TESTER);
        } else {
            inspections.record(unit.id(), characteristic.name(), valueMm, TESTER);
        }
    }

    private static Inspection openInspection(Unit unit) {
        return inspections.listFor(unit.id()).stream()
                .filter(inspection -> inspection.state() == InspectionState.OPEN)
                .findFirst()
                .orElse(null);
    }

    private static void decide(Unit unit, Disposition disposition) {
        Nonconformance open = inspections.listNonconformances(unit.id()).stream()
                .filter(Nonconformance::isOpen)
                .findFirst()
                .orElseThrow();
        inspections.dispose(open.id(), disposition, "looked at it again", TESTER);
    }

    private static Task task(BuildPlan build, StepKind kind, TaskState state) {
        return jobs.listOpenTasks(running.factory().id()).stream()
                .filter(task -> build.id().equals(task.build()) && task.kind() == kind && task.state() == state)
                .findFirst()
                .orElse(null);
    }

    private static int version() {
        return workOrders.findLastDiff(running.factory().id()).orElseThrow().version();
    }

    private static List<PlannedOperation> open() {
        return workOrders.timetable(running.factory().id());
    }

    private static void assertNothingOverlaps() {
        List<PlannedOperation> all = open();
        Instant now = running.get(FactoryClock.class).instant();
        for (PlannedOperation a : all) {
            assertThat(a.start().isBefore(now)
                            && a.state() == OperationState.PLANNED
                            && a.end().isBefore(now))
                    .as("planned in the past: %s", a)
                    .isFalse();
            for (PlannedOperation b : all) {
                boolean sameMachine = a.machine() != null && a.machine().equals(b.machine());
                boolean samePerson = a.attended()
                        && b.attended()
                        && a.person() != null
                        && a.person().equals(b.person());
                if (a != b && (sameMachine || samePerson)) {
                    assertThat(a.start().isBefore(b.end()) && b.start().isBefore(a.end()))
                            .as("%s overlaps %s", a, b)
                            .isFalse();
                }
            }
        }
    }

    private static void complete(Order order) {
        until("completion", () -> orders.getOrder(order.id()).state() == OrderState.COMPLETE);
        settle(() -> true);
        Passports passports = running.get(Passports.class);
        for (Unit unit : units(order)) {
            var passport = passports.findPassport(unit.id());
            assertThat(passport.isPresent()).as("passport of %s", unit).isEqualTo(unit.state() == UnitState.PACKED);
            passport.map(Passport::json)
                    .ifPresent(json ->
                            assertThat(PassportVerifier.verify(json).valid()).isTrue());
        }
    }

    private static void until(String what, BooleanSupplier condition) {
        FastForward fastForward = running.get(FastForward.class);
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s in time", what).isLessThan(deadline);
            fastForward.round(running.factory().id());
        }
    }

    /** Lets listeners finish without anybody working. */
    private static void settle(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!running.get(BackgroundWork.class).awaitIdle(Duration.ofSeconds(1)) || !condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("listeners finish in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
