package org.millwright.machines.gcode;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Bounds;
import org.millwright.machines.gcode.model.Violation;

/**
 * What running a program once does, from a cold machine at home.
 *
 * @param timeS from first to last line, heating included
 * @param heatingS the part of {@code timeS} spent waiting for heaters
 * @param extents of all places moved to in machine coordinates, arcs included exactly; null without a move
 * @param workExtents the same of extruding or cutting moves alone; null without one
 * @param filamentMm pushed out less pulled back
 * @param cutLengthMm path with the beam on
 * @param moves commands that moved something (an arc is one)
 * @param layers heights at which something was extruded, each higher than the one before
 * @param pierces how often the beam went on after having been off
 * @param violations in the order of lines
 */
public record ExecutionReport(
        double timeS,
        double heatingS,
        @Nullable Bounds extents,
        @Nullable Bounds workExtents,
        double filamentMm,
        double cutLengthMm,
        int moves,
        int layers,
        int pierces,
        double energyWh,
        List<Violation> violations) {
    public ExecutionReport {
        violations = List.copyOf(violations);
    }
}
