package org.millwright.factory.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.files.FileHash;
import org.millwright.factory.platform.identity.FactoryId;

/**
 * A unit that is not, or may not be, as it should be.
 *
 * @param number for people, for instance {@code NC-7}
 * @param cause how it was found
 * @param detail the fault of the machine, or the characteristics that failed
 * @param disposition what was decided; null while it is open
 * @param photo a picture of it, if somebody took one
 */
public record Nonconformance(
        NonconformanceId id,
        FactoryId factory,
        String number,
        UnitId unit,
        WorkOrderId workOrder,
        Cause cause,
        String detail,
        Instant openedAt,
        @Nullable Disposition disposition,
        @Nullable String reason,
        @Nullable Instant disposedAt,
        @Nullable FileHash photo) {
    public boolean isOpen() {
        return disposition == null;
    }

    /** How a nonconformance was found. */
    public enum Cause {
        INSPECTION,
        RUN_INTERRUPTED,
        /** Somebody saw it. */
        REPORTED
    }
}
