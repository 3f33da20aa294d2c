package org.millwright.factory.quality.judging;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.production.task.Task;
import org.millwright.factory.production.task.TaskResult;
import org.millwright.factory.production.task.TaskState;
import org.millwright.factory.quality.Inspection;
import org.millwright.factory.quality.InspectionId;
import org.millwright.factory.quality.InspectionState;
import org.millwright.factory.quality.Measurement;
import org.millwright.factory.quality.PlannedCharacteristic;
import org.millwright.factory.quality.UnitReleased;
import org.millwright.factory.quality.store.InspectionStore;
import org.millwright.processes.Characteristic;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens inspections, takes measurements and draws the verdict with the last one. */
@Component
@Transactional
public class InspectionDesk {
    private final InspectionStore inspections;
    private final InspectionPlan plan;
    private final NonconformanceDesk nonconformances;
    private final WorkOrders workOrders;
    private final Jobs jobs;
    private final QualityJournal journal;
    private final Ids ids;
    private final InstantSource time;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    InspectionDesk(
            InspectionStore inspections,
            InspectionPlan plan,
            NonconformanceDesk nonconformances,
            WorkOrders workOrders,
            Jobs jobs,
            QualityJournal journal,
            Ids ids,
            InstantSource time,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.inspections = inspections;
        this.plan = plan;
        this.nonconformances = nonconformances;
        this.workOrders = workOrders;
        this.jobs = jobs;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Opens an inspection for every made unit that has none. Safe to call at any time. */
    public void open(WorkOrderId id) {
        lock(id);
        WorkOrder workOrder = workOrders.getWorkOrder(id);
        workOrders.listUnits(id).stream()
                .filter(unit -> unit.state() == UnitState.MADE)
                .forEach(unit -> open(unit, workOrder));
    }

    private void open(Unit unit, WorkOrder workOrder) {
        List<Inspection> before = inspections.list(unit.id());
        if (before.stream().anyMatch(inspection -> inspection.state() == InspectionState.OPEN)) {
            return;
        }
        var inspection = new Inspection(
                new InspectionId(ids.next()),
                unit.id(),
                workOrder.id(),
                before.size() + 1,
                plan.of(unit, workOrder).stream()
                        .map(characteristic -> new PlannedCharacteristic(characteristic, null))
                        .toList(),
                InspectionState.OPEN);
        if (inspections.insert(inspection, unit.factory(), time.instant())) {
            journal.opened(unit, inspection);
        }
    }

    /** Takes a length. */
    public Inspection measure(UnitId id, String name, double valueMm, Actor actor) {
        if (!(valueMm >= 0) || Double.isInfinite(valueMm)) {
            throw Problem.of(
                    Problem.Kind.INVALID, "value-impossible", Map.of("value", valueMm, "characteristic", name));
        }
        return record(id, name, Characteristic.Kind.DIMENSION, valueMm, true, actor);
    }

    /** Takes the result of a look. */
    public Inspection look(UnitId id, String name, boolean ok, Actor actor) {
        return record(id, name, Characteristic.Kind.VISUAL, null, ok, actor);
    }

    private Inspection record(
            UnitId id, String name, Characteristic.Kind kind, @Nullable Double valueMm, boolean seenOk, Actor actor) {
        Unit unit = workOrders.getUnit(id);
        Inspection open = findOpen(unit)
                .orElseThrow(
                        () -> Problem.of(Problem.Kind.CONFLICT, "inspection-missing", Map.of("unit", unit.serial())));
        requireStarted(unit);
        Characteristic characteristic = find(open, unit, name, kind);
        boolean ok = valueMm == null ? seenOk : PlannedCharacteristic.accepts(characteristic, valueMm);
        var measurement = new Measurement(name, valueMm, ok, actor, time.instant(), actor.simulated());
        inspections.insert(open.id(), ids.next(), measurement);
        journal.measured(unit, characteristic, measurement);
        Inspection now = inspections.find(open.id()).orElseThrow();
        if (now.verdict() != InspectionState.OPEN) {
            judge(unit, now, actor);
        }
        return inspections.find(open.id()).orElseThrow();
    }

    private Optional<Inspection> findOpen(Unit unit) {
        // Whoever judges the last unit also finishes the task, so units of one work order are judged one after the
        // other.
        lock(unit.workOrder());
        Optional<Inspection> known = inspections.findOpenLocked(unit.id());
        if (known.isEmpty() && findTask(unit.workOrder()).isPresent()) {
            open(unit.workOrder());
            return inspections.findOpenLocked(unit.id());
        }
        return known;
    }

    private void requireStarted(Unit unit) {
        if (findTask(unit.workOrder())
                .filter(task -> task.state() == TaskState.OPEN)
                .isPresent()) {
            throw Problem.of(Problem.Kind.REFUSED, "inspection-not-started", Map.of("unit", unit.serial()));
        }
    }

    private static Characteristic find(Inspection inspection, Unit unit, String name, Characteristic.Kind kind) {
        var planned = inspection.characteristics().stream()
                .map(PlannedCharacteristic::characteristic)
                .toList();
        return planned.stream()
                .filter(characteristic -> characteristic.name().equals(name) && characteristic.kind() == kind)
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        Problem.Kind.INVALID,
                        "characteristic-unknown",
                        Map.of(
                                "unit",
                                unit.serial(),
                                "characteristic",
                                name,
                                "kind",
                                kind,
                                "known",
                                planned.stream()
                                        .map(each -> each.name() + " (" + each.kind() + ")")
                                        .collect(Collectors.joining(", ")))));
    }

    private void judge(Unit unit, Inspection inspection, Actor actor) {
        InspectionState verdict = inspection.verdict();
        inspections.setJudged(inspection.id(), verdict, time.instant());
        if (verdict == InspectionState.PASSED) {
            workOrders.markUnit(unit.id(), UnitState.RELEASED, actor, "inspection passed");
            journal.released(unit, null, actor);
            events.publishEvent(new UnitReleased(unit.id(), unit.reference()));
        } else {
            nonconformances.failed(unit, inspection, actor);
        }
        finishTask(unit.workOrder(), actor);
    }

    /** Finishes the task of inspecting once every unit is judged. */
    private void finishTask(WorkOrderId workOrder, Actor actor) {
        boolean unjudged = workOrders.listUnits(workOrder).stream().anyMatch(unit -> unit.state() == UnitState.MADE);
        if (!unjudged) {
            findTask(workOrder)
                    .filter(task -> task.state() == TaskState.STARTED)
                    .ifPresent(task -> jobs.finishTask(task.id(), TaskResult.ALL_GOOD, actor));
        }
    }

    private Optional<Task> findTask(WorkOrderId workOrder) {
        return jobs.listTasks(workOrder).stream()
                .filter(task -> task.kind() == StepKind.INSPECT)
                .findFirst();
    }

    private void lock(WorkOrderId workOrder) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:workOrder, 0))")
                .param("workOrder", "quality " + workOrder)
                .query((row, number) -> true)
                .list();
    }
}
