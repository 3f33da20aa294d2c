package org.millwright.factory.planning.timetable;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.planning.OperationId;

/** Where and when an operation stands on a new timetable. */
public record NewTimes(
        OperationId operation,
        @Nullable MachineId machine,
        @Nullable PersonId person,
        Instant start,
        Instant end) {}
