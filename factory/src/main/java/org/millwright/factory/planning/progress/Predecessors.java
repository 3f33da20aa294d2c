package org.millwright.factory.planning.progress;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.store.OperationStore;
import org.millwright.factory.planning.store.UnitStore;
import org.millwright.factory.planning.timetable.Phase;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** What must be done before an operation may start. */
@Component
public class Predecessors {
    private final OperationStore operations;
    private final UnitStore units;

    Predecessors(OperationStore operations, UnitStore units) {
        this.operations = operations;
        this.units = units;
    }

    /** Earlier steps of the same build or work order, and for work orders every step of the builds that hold their units. */
    public List<PlannedOperation> list(PlannedOperation operation) {
        List<PlannedOperation> before = new ArrayList<>();
        BuildId build = operation.build();
        WorkOrderId order = operation.workOrder();
        if (build != null) {
            operations.listOf(build).forEach(phase -> addEarlier(before, operation, phase));
        } else if (order != null) {
            for (BuildId its : buildsOf(order)) {
                operations.listOf(its).stream().map(Phase::operation).forEach(before::add);
            }
            operations.listOf(order).forEach(phase -> addEarlier(before, operation, phase));
        }
        return List.copyOf(before);
    }

    /** Whether all of them are over, and for work orders no unit waits for its build. */
    public boolean done(PlannedOperation operation) {
        return list(operation).stream().noneMatch(before -> before.state().live()) && !unitsWait(operation);
    }

    void requireDone(PlannedOperation operation) {
        for (PlannedOperation before : list(operation)) {
            if (before.state().live()) {
                throw notReady(operation, before.step());
            }
        }
        if (unitsWait(operation)) {
            throw notReady(operation, "the build of every unit");
        }
    }

    private boolean unitsWait(PlannedOperation operation) {
        WorkOrderId order = operation.workOrder();
        return order != null
                && units.list(order).stream()
                        .anyMatch(unit -> unit.state() == UnitState.PLANNED && unit.build() == null);
    }

    private Set<BuildId> buildsOf(WorkOrderId order) {
        Set<BuildId> its = new LinkedHashSet<>();
        for (Unit unit : units.list(order)) {
            if (unit.build() != null && unit.state() != UnitState.CANCELLED) {
                its.add(unit.build());
            }
        }
        return its;
    }

    private static void addEarlier(List<PlannedOperation> before, PlannedOperation operation, Phase phase) {
        if (phase.operation().sequence() < operation.sequence()) {
            before.add(phase.operation());
        }
    }

    private static Problem notReady(PlannedOperation operation, String before) {
        return Problem.of(
                Problem.Kind.REFUSED, "operation-not-ready", Map.of("step", operation.step(), "before", before));
    }
}
