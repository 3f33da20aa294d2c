package org.millwright.factory.planning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.processes.ManufacturingProcess.StepKind;

/**
 * One bar of the timetable. It belongs to a build or to a work order, never to both.
 *
 * @param step {@code prepare print cut remove sort finish inspect pack}
 * @param person who is meant to do it, or did it; null when nobody is needed
 * @param start planned, and once it is started the real one
 * @param end planned, and once it is done the real one
 * @param sequence its place among the steps of its build or work order, from 0
 */
public record PlannedOperation(
        OperationId id,
        FactoryId factory,
        String step,
        StepKind kind,
        @Nullable BuildId build,
        @Nullable WorkOrderId workOrder,
        @Nullable MachineId machine,
        @Nullable PersonId person,
        Instant start,
        Instant end,
        boolean attended,
        String skill,
        OperationState state,
        int sequence) {
    public PlannedOperation {
        if ((build == null) == (workOrder == null)) {
            throw new IllegalArgumentException(
                    "Operation %s must belong to either a build or a work order.".formatted(id));
        }
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "Operation %s would end at %s, before it starts at %s.".formatted(id, end, start));
        }
    }
}
