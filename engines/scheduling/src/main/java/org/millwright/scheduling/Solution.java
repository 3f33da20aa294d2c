package org.millwright.scheduling;

import java.util.List;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.objective.ObjectiveValue;

/**
 * The best plan found.
 *
 * @param objective figures of the plan that every search knows
 * @param value what it is worth by the objective that was asked for
 * @param unscheduled what could not be planned, with reasons; its successors are listed too
 * @param steps plans built on the way
 * @param proven whether no better plan exists
 */
public record Solution(
        Timetable timetable,
        Score objective,
        ObjectiveValue value,
        List<Unscheduled> unscheduled,
        long seed,
        long steps,
        boolean proven) {
    public Solution {
        unscheduled = List.copyOf(unscheduled);
    }
}
