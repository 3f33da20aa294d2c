package org.millwright.factory.planning.timetable;

import java.time.Duration;
import java.time.Instant;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;

/**
 * An operation with the working time it takes, which the hours from its start to its end may exceed over night.
 */
public record Phase(PlannedOperation operation, Duration work) {
    boolean started() {
        return operation.state() == OperationState.STARTED;
    }

    boolean planned() {
        return operation.state() == OperationState.PLANNED;
    }

    boolean done() {
        return !operation.state().live();
    }

    /** When a started operation will end: as planned, but never in the past. */
    Instant expectedEnd(Instant now) {
        return operation.end().isBefore(now) ? now : operation.end();
    }
}
