package org.millwright.scheduling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Timetable;

/** A plan brought back in line with what happened, and how it differs from the one before. */
public record Repair(Timetable timetable, Score objective, List<Unscheduled> unscheduled, Diff diff) {
    public Repair {
        unscheduled = List.copyOf(unscheduled);
    }

    /**
     * What changed.
     *
     * @param moved operations with another time, machine or person, by operation id
     * @param lateBefore jobs that were tardy in the previous plan
     * @param lateAfter jobs that are tardy now
     * @param costBeforeS weighted tardiness of the previous plan, as if it still held
     * @param costAfterS the same of this one
     */
    public record Diff(
            List<Moved> moved, List<String> lateBefore, List<String> lateAfter, long costBeforeS, long costAfterS) {
        public Diff {
            moved = List.copyOf(moved);
            lateBefore = List.copyOf(lateBefore);
            lateAfter = List.copyOf(lateAfter);
        }

        public boolean isEmpty() {
            return moved.isEmpty() && lateBefore.equals(lateAfter);
        }
    }

    /**
     * One operation before and after.
     *
     * @param before null when it was not planned before
     * @param after null when it no longer is
     */
    public record Moved(
            String operationId,
            @Nullable Assignment before,
            @Nullable Assignment after) {}
}
