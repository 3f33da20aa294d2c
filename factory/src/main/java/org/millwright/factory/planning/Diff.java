package org.millwright.factory.planning;

import java.time.Instant;
import java.util.List;

/**
 * What a new version of the timetable changed for operations that were on the old one.
 *
 * @param cause what made the planner act, for instance {@code MachineWentDown}
 * @param kept operations that stayed where and when they were
 */
public record Diff(int version, Instant at, String cause, int kept, List<Moved> moved) {
    public Diff {
        moved = List.copyOf(moved);
    }
}
