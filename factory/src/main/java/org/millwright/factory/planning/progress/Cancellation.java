package org.millwright.factory.planning.progress;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.planning.pass.Timetabling;
import org.millwright.factory.planning.pass.UnitsWaiting;
import org.millwright.factory.planning.pass.Unplanning;
import org.millwright.factory.planning.record.PlanningJournal;
import org.millwright.factory.planning.store.BuildStore;
import org.millwright.factory.planning.store.OperationStore;
import org.millwright.factory.planning.store.TimetableStore;
import org.millwright.factory.planning.store.UnitStore;
import org.millwright.factory.planning.store.WorkOrderStore;
import org.millwright.factory.planning.timetable.TimetablePlanner.Freedom;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cancels what no machine has begun. */
@Component
public class Cancellation {
    private final WorkOrderStore orders;
    private final UnitStore units;
    private final BuildStore builds;
    private final OperationStore operations;
    private final TimetableStore timetables;
    private final UnitChanges changes;
    private final Unplanning unplanning;
    private final Timetabling timetabling;
    private final PlanningJournal journal;
    private final ApplicationEventPublisher events;

    Cancellation(
            WorkOrderStore orders,
            UnitStore units,
            BuildStore builds,
            OperationStore operations,
            TimetableStore timetables,
            UnitChanges changes,
            Unplanning unplanning,
            Timetabling timetabling,
            PlanningJournal journal,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.units = units;
        this.builds = builds;
        this.operations = operations;
        this.timetables = timetables;
        this.changes = changes;
        this.unplanning = unplanning;
        this.timetabling = timetabling;
        this.journal = journal;
        this.events = events;
    }

    /** Answers how many units could be cancelled. */
    @Transactional
    public int cancel(UUID reference, Actor actor) {
        List<WorkOrder> its = orders.listFor(reference);
        int cancelled = 0;
        for (WorkOrder order : its) {
            timetables.lock(order.factory());
            cancelled += cancel(order, actor);
        }
        if (cancelled > 0) {
            timetabling.retime(its.getFirst().factory(), Freedom.REPAIR, "OrderCancelled", Set.of());
            // Those who shared a plate with cancelled units need another one.
            events.publishEvent(new UnitsWaiting(its.getFirst().factory()));
        }
        return cancelled;
    }

    private int cancel(WorkOrder order, Actor actor) {
        Set<BuildId> opened = new HashSet<>();
        int cancelled = 0;
        for (Unit unit : units.list(order.id())) {
            if (unit.state() != UnitState.PLANNED) {
                continue;
            }
            BuildId build = unit.build();
            if (build != null && !opened.contains(build)) {
                if (begun(build)) {
                    continue;
                }
                unplanning.unplan(build, Unplanning.Reason.CANCELLED, actor);
                opened.add(build);
            }
            changes.mark(unit.id(), UnitState.CANCELLED, actor, "cancelled");
            cancelled++;
        }
        if (cancelled > 0) {
            journal.workOrderCancelled(order, cancelled, actor);
        }
        return cancelled;
    }

    private boolean begun(BuildId id) {
        BuildPlan build = builds.find(id).orElseThrow();
        return build.state() != BuildState.PLANNED
                || operations.listOf(id).stream()
                        .anyMatch(phase -> phase.operation().state() != OperationState.PLANNED);
    }
}
