package org.millwright.factory.planning.pass;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrderState;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.planning.parts.Parts;
import org.millwright.factory.planning.proposing.Waits;
import org.millwright.factory.planning.record.PlanningJournal;
import org.millwright.factory.planning.store.BuildStore;
import org.millwright.factory.planning.store.OperationStore;
import org.millwright.factory.planning.store.UnitStore;
import org.millwright.factory.planning.store.WorkOrderStore;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.processes.ManufacturingProcess;
import org.springframework.stereotype.Component;

/** Takes a build that nobody has begun off the plan: its units wait again, its material is free. */
@Component
public class Unplanning {
    private final BuildStore builds;
    private final UnitStore units;
    private final OperationStore operations;
    private final WorkOrderStore orders;
    private final Lots lots;
    private final PlanningJournal journal;

    Unplanning(
            BuildStore builds,
            UnitStore units,
            OperationStore operations,
            WorkOrderStore orders,
            Lots lots,
            PlanningJournal journal) {
        this.builds = builds;
        this.units = units;
        this.operations = operations;
        this.orders = orders;
        this.lots = lots;
        this.journal = journal;
    }

    /** Why a build goes. */
    public enum Reason {
        /** No machine can run it any more. */
        MACHINE,
        /** Nobody can attend to it any more. */
        PERSON,
        /** Its material must not be used. */
        MATERIAL,
        /** Units on it were cancelled. */
        CANCELLED,
        /** Its units share a plate or sheet with others now. */
        NESTED_ANEW,
        /** It could not be prepared. */
        NOT_PREPARED
    }

    /** Takes it off the plan. Its operations that have not begun are cancelled. */
    public void unplan(BuildId id, Reason reason, Actor actor) {
        BuildPlan build = builds.find(id).orElseThrow();
        operations.cancelPlanned(id);
        builds.setState(id, BuildState.CANCELLED);
        lots.release(id.value(), actor);
        List<Unit> living = units.listOn(id).stream()
                .filter(unit -> unit.state() == UnitState.PLANNED)
                .toList();
        units.place(living.stream().map(Unit::id).toList(), null);
        Set<WorkOrderId> waiting = new HashSet<>();
        living.forEach(unit -> waiting.add(unit.workOrder()));
        for (WorkOrderId order : waiting) {
            orders.find(order)
                    .filter(found -> found.state() == WorkOrderState.PLANNED)
                    .ifPresent(found -> orders.setState(order, WorkOrderState.CREATED));
        }
        WorkOrder.Waiting why = waiting(build, reason);
        if (why != null) {
            orders.setWaiting(waiting, why);
        }
        journal.buildCancelled(build, reason.name(), actor);
    }

    private static WorkOrder.@Nullable Waiting waiting(BuildPlan build, Reason reason) {
        ManufacturingProcess process = Parts.getProcess(build.process());
        return switch (reason) {
            case MACHINE -> Waits.machine(process.equipmentClass());
            case PERSON ->
                Waits.person(process.steps().stream()
                        .filter(ManufacturingProcess.Step::attended)
                        .map(ManufacturingProcess.Step::skill)
                        .findFirst()
                        .orElse(process.id()));
            default -> null;
        };
    }
}
