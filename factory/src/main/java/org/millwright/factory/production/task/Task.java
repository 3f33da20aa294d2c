package org.millwright.factory.production.task;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.processes.ManufacturingProcess.StepKind;

/**
 * Work for a person.
 *
 * @param operation the planned operation it carries out; a task {@code clear}, which empties a machine after a failed run,
 *     names the run that failed
 * @param step name of the step, for instance {@code prepare}, {@code remove} or {@code clear}
 * @param skill what the person must be able to do
 * @param expected how long it should take
 * @param person who started it
 */
public record Task(
        TaskId id,
        FactoryId factory,
        OperationId operation,
        StepKind kind,
        String step,
        @Nullable MachineId machine,
        @Nullable BuildId build,
        @Nullable WorkOrderId workOrder,
        TaskState state,
        String skill,
        Duration expected,
        @Nullable PersonId person,
        Instant openedAt,
        @Nullable Instant startedAt,
        @Nullable Instant doneAt) {
    /** Name of the step that empties a machine after a run that did not end well. */
    public static final String CLEAR = "clear";
}
