package org.millwright.factory.planning.progress;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.millwright.factory.planning.UnitChanged;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrderState;
import org.millwright.factory.planning.parts.Parts;
import org.millwright.factory.planning.pass.Floors;
import org.millwright.factory.planning.record.PlanningJournal;
import org.millwright.factory.planning.store.OperationStore;
import org.millwright.factory.planning.store.UnitStore;
import org.millwright.factory.planning.store.WorkOrderStore;
import org.millwright.factory.planning.timetable.Phase;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.processes.ManufacturingProcess.Step;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves units through their states, and with the last of them the work order. Called with the plan locked. */
@Component
public class UnitChanges {
    private final UnitStore units;
    private final WorkOrderStore orders;
    private final OperationStore operations;
    private final Parts parts;
    private final Floors floors;
    private final PlanningJournal journal;
    private final ApplicationEventPublisher events;

    UnitChanges(
            UnitStore units,
            WorkOrderStore orders,
            OperationStore operations,
            Parts parts,
            Floors floors,
            PlanningJournal journal,
            ApplicationEventPublisher events) {
        this.units = units;
        this.orders = orders;
        this.operations = operations;
        this.parts = parts;
        this.floors = floors;
        this.journal = journal;
        this.events = events;
    }

    /** Throws a {@link Problem} when the unit must not become that; nothing happens when it already is. */
    public void mark(UnitId id, UnitState state, Actor actor, String reason) {
        Unit unit = units.lock(id)
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "unit-missing", Map.of("id", id.toString())));
        if (unit.state() == state) {
            return;
        }
        if (!unit.state().mayBecome(state)) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "unit-state",
                    Map.of("serial", unit.serial(), "state", unit.state(), "wanted", state));
        }
        units.setState(id, state);
        journal.unitChanged(unit, state, reason, actor);
        events.publishEvent(new UnitChanged(id, unit.reference(), state));
        if (state.lost()) {
            lost(unit.workOrder());
        }
    }

    /** Fewer living units mean less work, and none means that nothing is left to do. */
    private void lost(WorkOrderId id) {
        List<Unit> its = units.list(id);
        WorkOrder order = orders.find(id).orElseThrow();
        long living = its.stream().filter(unit -> !unit.state().lost()).count();
        if (living == 0) {
            operations.cancelPlanned(id);
            if (!order.state().over()) {
                boolean cancelled = its.stream().allMatch(unit -> unit.state() == UnitState.CANCELLED);
                orders.setState(id, cancelled ? WorkOrderState.CANCELLED : WorkOrderState.DONE);
                orders.setWaiting(List.of(id), null);
            }
            return;
        }
        List<Step> steps = parts.steps(order, floors.get(order.factory()));
        for (Phase phase : operations.listOf(id)) {
            for (Step step : steps) {
                if (step.name().equals(phase.operation().step())) {
                    Duration work = step.fixed().plus(step.perUnit().multipliedBy(living));
                    operations.setWork(phase.operation().id(), work);
                }
            }
        }
    }
}
