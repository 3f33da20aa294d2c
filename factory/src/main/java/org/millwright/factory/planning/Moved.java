package org.millwright.factory.planning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.MachineId;

/** An operation that a new timetable puts elsewhere. A place is null for work that needs no machine. */
public record Moved(
        OperationId operation,
        String step,
        @Nullable MachineId fromMachine,
        @Nullable MachineId toMachine,
        Instant fromStart,
        Instant toStart) {}
