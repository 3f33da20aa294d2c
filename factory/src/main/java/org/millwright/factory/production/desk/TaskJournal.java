package org.millwright.factory.production.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Person;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.JournalEntry;
import org.millwright.factory.platform.journal.Ref;
import org.millwright.factory.production.Permit;
import org.millwright.factory.production.task.Task;
import org.springframework.stereotype.Component;

/** Writes what happens to tasks, with the payloads of docs/journal.md. */
@Component
class TaskJournal {
    private final Journal journal;
    private final TaskUnits units;

    TaskJournal(Journal journal, TaskUnits units) {
        this.journal = journal;
        this.units = units;
    }

    /** {@code TaskOpened}, {@code TaskStarted}, {@code TaskGivenBack}, {@code TaskDone}, {@code TaskCancelled}, {@code PreparationConfirmed}. */
    void record(String type, Task task, @Nullable Person person, @Nullable LotId lot, Actor actor) {
        var payload = new HashMap<String, Object>(about(task));
        if (person != null) {
            payload.put("personRole", person.role());
        }
        payload.put("simulated", person == null ? actor.simulated() : person.simulated());
        List<Ref> refs = refs(task);
        if (lot != null) {
            payload.put("lot", lot.value());
            refs.add(new Ref("lot", lot.value()));
        }
        write(type, task, payload, refs, actor);
    }

    void refused(Task task, Permit permit, Actor actor) {
        var payload = new HashMap<String, Object>(about(task));
        payload.put(
                "unmet",
                permit.listUnmet().stream().map(Permit.Unmet::condition).toList());
        write("StartRefused", task, payload, refs(task), actor);
    }

    void packed(WorkOrder workOrder, List<UnitId> packed, Actor actor) {
        journal.record(new JournalEntry(
                workOrder.factory(),
                actor,
                "WorkOrderPacked",
                "work-order",
                workOrder.id().value(),
                null,
                Map.of("number", workOrder.number(), "units", packed.size()),
                packed.stream().map(unit -> new Ref("unit", unit.value())).toList()));
    }

    private void write(String type, Task task, Map<String, Object> payload, List<Ref> refs, Actor actor) {
        journal.record(new JournalEntry(
                task.factory(),
                actor,
                type,
                "task",
                task.id().value(),
                task.operation().value(),
                payload,
                refs));
    }

    private static Map<String, Object> about(Task task) {
        var payload = new HashMap<String, Object>();
        payload.put("step", task.step());
        payload.put("kind", task.kind());
        if (task.machine() != null) {
            payload.put("machine", task.machine().value());
        }
        if (task.build() != null) {
            payload.put("build", task.build().value());
        }
        if (task.workOrder() != null) {
            payload.put("workOrder", task.workOrder().value());
        }
        return payload;
    }

    private List<Ref> refs(Task task) {
        var refs = new ArrayList<Ref>();
        refs.add(new Ref("operation", task.operation().value()));
        if (task.machine() != null) {
            refs.add(new Ref("machine", task.machine().value()));
        }
        if (task.build() != null) {
            refs.add(new Ref("build", task.build().value()));
        }
        if (task.workOrder() != null) {
            refs.add(new Ref("work-order", task.workOrder().value()));
        }
        units.list(task).forEach(unit -> refs.add(new Ref("unit", unit.id().value())));
        return refs;
    }
}
