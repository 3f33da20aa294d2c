package org.millwright.factory.planning.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.MachineId;

/**
 * Where a bar stands, or is wished to stand.
 *
 * @param machine null for work at a bench
 * @param start of its first operation
 */
public record BarPlace(@Nullable MachineId machine, Instant start) {}
