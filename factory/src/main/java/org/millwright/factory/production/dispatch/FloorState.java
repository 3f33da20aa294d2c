package org.millwright.factory.production.dispatch;

import java.util.List;
import java.util.Set;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.production.task.Task;

/**
 * All facts of one factory's floor at one moment.
 *
 * @param dispatches jobs that are active, and jobs that left something on their machine
 * @param operations all planned operations that are neither done, failed nor cancelled
 * @param tasks open and started tasks
 * @param ready work orders none of whose units is still to be made, and that have at least one left to work on
 */
public record FloorState(
        List<MachineOnFloor> machines,
        List<Dispatch> dispatches,
        List<PlannedOperation> operations,
        List<Task> tasks,
        Set<WorkOrderId> ready) {
    public FloorState {
        machines = List.copyOf(machines);
        dispatches = List.copyOf(dispatches);
        operations = List.copyOf(operations);
        tasks = List.copyOf(tasks);
        ready = Set.copyOf(ready);
    }

    /**
     * A machine.
     *
     * @param inService whether the factory lets it work now
     * @param declaredClear whether a person said that the machine is empty since something last ran on it
     */
    public record MachineOnFloor(MachineId id, boolean inService, boolean declaredClear, Observation seen) {}
}
