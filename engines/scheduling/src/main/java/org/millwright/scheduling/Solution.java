package org.millwright.scheduling;

import java.util.List;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.model.Timetable;

/**
 * The best plan found.
 *
 * @param unscheduled what could not be planned, with reasons; its successors are listed too
 * @param steps plans built on the way
 */
public record Solution(Timetable timetable, Score objective, List<Unscheduled> unscheduled, long seed, long steps) {
    public Solution {
        unscheduled = List.copyOf(unscheduled);
    }
}
