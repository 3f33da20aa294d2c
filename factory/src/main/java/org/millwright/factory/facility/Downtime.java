package org.millwright.factory.facility;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a machine cannot work.
 *
 * @param until when it is expected back; null when nobody knows
 */
public record Downtime(
        MachineId machine, Instant from, @Nullable Instant until, String reason) {}
