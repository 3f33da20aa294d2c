package org.millwright.factory.planning.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.Design;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.Person;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkDemand;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.BarPlace;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.JournalEntry;
import org.millwright.factory.platform.journal.Ref;
import org.millwright.geometry.Bounds;
import org.springframework.stereotype.Component;

/** Writes planning's entries into the journal, with the keys that {@code docs/journal.md} names. */
@Component
public class PlanningJournal {
    private final Journal journal;
    private final Factories factories;

    PlanningJournal(Journal journal, Factories factories) {
        this.journal = journal;
        this.factories = factories;
    }

    public void workOrderCreated(WorkOrderId id, String number, WorkDemand demand) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("number", number);
        payload.put("reference", demand.reference());
        payload.put("orderNumber", demand.orderNumber());
        payload.put("design", demand.design().value());
        payload.put("process", demand.process());
        payload.put("materialId", demand.materialId());
        payload.put("quantity", demand.quantity());
        payload.put("options", demand.options());
        payload.put("dueAt", demand.dueAt());
        record(
                demand.factory(),
                demand.actor(),
                "WorkOrderCreated",
                "work-order",
                id.value(),
                payload,
                List.of(new Ref("order-line", demand.reference())));
    }

    /** @param partMassG the estimate; null while it cannot be made */
    public void unitCreated(
            Unit unit,
            String workOrderNumber,
            WorkDemand demand,
            Design design,
            Bounds size,
            @Nullable Double partMassG) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("serial", unit.serial());
        payload.put("workOrder", unit.workOrder().value());
        payload.put("workOrderNumber", workOrderNumber);
        payload.put("reference", unit.reference());
        payload.put("orderNumber", demand.orderNumber());
        payload.put("design", design.id().value());
        payload.put("designNumber", design.number());
        payload.put("fileName", design.fileName());
        payload.put("designSha256", design.file().sha256());
        payload.put("process", demand.process());
        payload.put("materialId", demand.materialId());
        payload.put("options", demand.options());
        payload.put("sizeMm", Map.of("x", size.sizeX(), "y", size.sizeY(), "z", size.sizeZ()));
        if (partMassG != null) {
            payload.put("partMassG", partMassG);
        }
        record(
                demand.factory(),
                demand.actor(),
                "UnitCreated",
                "unit",
                unit.id().value(),
                payload,
                List.of(
                        new Ref("work-order", unit.workOrder().value()),
                        new Ref("order-line", unit.reference()),
                        new Ref("design", design.id().value())));
    }

    public void buildPlanned(
            BuildPlan build, String machineClass, Map<String, Double> shares, Map<String, Double> areasMm2) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("number", build.number());
        payload.put("process", build.process());
        payload.put("materialId", build.materialId());
        payload.put("machineClass", machineClass);
        payload.put("programSha256", build.program().sha256());
        payload.put("programDialect", build.programDialect());
        payload.put("expectedS", build.expectedTime().toMillis() / 1000.0);
        payload.put("massG", build.massG());
        payload.put("shares", shares);
        payload.put("areasMm2", areasMm2);
        record(
                build.factory(),
                Actor.system(),
                "BuildPlanned",
                "build",
                build.id().value(),
                payload,
                units(build));
    }

    public void buildCancelled(BuildPlan build, String reason, Actor actor) {
        record(
                build.factory(),
                actor,
                "BuildCancelled",
                "build",
                build.id().value(),
                Map.of("number", build.number(), "reason", reason),
                units(build));
    }

    /**
     * @param type {@code OperationStarted}, {@code OperationFinished} or {@code OperationFailed}
     * @param startedAt null while it is only starting
     */
    public void operation(
            String type,
            PlannedOperation operation,
            List<UUID> unitIds,
            @Nullable Instant startedAt,
            @Nullable Integer good,
            @Nullable String reason,
            Actor actor) {
        Map<String, Object> payload = new LinkedHashMap<>();
        List<Ref> refs = new ArrayList<>();
        payload.put("step", operation.step());
        payload.put("kind", operation.kind().name());
        boolean simulated = actor.simulated();
        if (operation.build() != null) {
            payload.put("build", operation.build().value());
            refs.add(new Ref("build", operation.build().value()));
        }
        if (operation.workOrder() != null) {
            payload.put("workOrder", operation.workOrder().value());
            refs.add(new Ref("work-order", operation.workOrder().value()));
        }
        if (operation.machine() != null) {
            Machine machine = factories.getMachine(operation.machine());
            payload.put("machine", machine.id().value());
            payload.put("machineName", machine.name());
            payload.put("machineModel", machine.equipment().model());
            payload.put("machineSimulated", machine.simulated());
            refs.add(new Ref("machine", machine.id().value()));
            simulated = machine.simulated();
        }
        if (operation.attended() && operation.person() != null) {
            Person person = factories.getPerson(operation.person());
            payload.put("personRole", person.role());
            refs.add(new Ref("person", person.id().value()));
            simulated = person.simulated();
        }
        payload.put("simulated", simulated);
        if (startedAt != null) {
            payload.put("startedAt", startedAt);
        }
        if (good != null) {
            payload.put("good", good);
        }
        if (reason != null) {
            payload.put("reason", reason);
        }
        unitIds.forEach(unit -> refs.add(new Ref("unit", unit)));
        record(operation.factory(), actor, type, "operation", operation.id().value(), payload, refs);
    }

    public void unitChanged(Unit before, UnitState to, String reason, Actor actor) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("serial", before.serial());
        payload.put("from", before.state().name());
        payload.put("to", to.name());
        if (!reason.isBlank()) {
            payload.put("reason", reason);
        }
        record(
                before.factory(),
                actor,
                "UnitChanged",
                "unit",
                before.id().value(),
                payload,
                List.of(new Ref("work-order", before.workOrder().value()), new Ref("order-line", before.reference())));
    }

    public void workOrderCancelled(WorkOrder order, int units, Actor actor) {
        record(
                order.factory(),
                actor,
                "WorkOrderCancelled",
                "work-order",
                order.id().value(),
                Map.of("number", order.number(), "units", units),
                List.of(new Ref("order-line", order.reference())));
    }

    /** Somebody put a bar of the board at a place. */
    public void pinned(FactoryId factory, BarId bar, String label, BarPlace place, Actor actor) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("bar", label);
        if (place.machine() != null) {
            payload.put("machine", place.machine().value());
            payload.put("machineName", factories.getMachine(place.machine()).name());
        }
        payload.put("start", place.start());
        record(factory, actor, "BarPinned", subjectKind(bar), bar.id(), payload, List.of());
    }

    public void unpinned(FactoryId factory, BarId bar, String label, Actor actor) {
        record(factory, actor, "BarUnpinned", subjectKind(bar), bar.id(), Map.of("bar", label), List.of());
    }

    private static String subjectKind(BarId bar) {
        return bar.kind() == BarId.Kind.BUILD ? "build" : "operation";
    }

    private static List<Ref> units(BuildPlan build) {
        return build.units().stream()
                .map(placed -> new Ref("unit", placed.unit().value()))
                .toList();
    }

    private void record(
            FactoryId factory,
            Actor actor,
            String type,
            String subjectKind,
            UUID subject,
            Map<String, Object> payload,
            List<Ref> refs) {
        journal.record(new JournalEntry(factory, actor, type, subjectKind, subject, null, payload, refs));
    }
}
