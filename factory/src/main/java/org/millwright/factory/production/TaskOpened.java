package org.millwright.factory.production;

import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.production.task.TaskId;
import org.millwright.processes.ManufacturingProcess.StepKind;

/** There is something to do for a person. */
public record TaskOpened(
        TaskId task, StepKind kind, @Nullable WorkOrderId workOrder) {}
