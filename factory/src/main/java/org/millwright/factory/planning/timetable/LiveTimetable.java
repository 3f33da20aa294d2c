package org.millwright.factory.planning.timetable;

import java.util.List;
import org.millwright.scheduling.Scheduling;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;

/**
 * All open work with its times, brought up to now: new work can be asked for around it. A value; it stays right until
 * something happens in the factory or time goes on.
 *
 * @param problem the open work and who and what can do it
 * @param timetable a place for each piece of it
 */
public record LiveTimetable(Floor floor, ScheduleProblem problem, Timetable timetable) {
    private static final long SEED = 20_260_105;

    /** The stored timetable may lag behind what really happened; brought up to now, it has all its work in place. */
    public static LiveTimetable of(Floor floor, List<BuildWork> builds, List<OrderWork> orders) {
        ScheduleProblem problem = TimetableProblem.of(floor, builds, orders).problem();
        return new LiveTimetable(
                floor,
                problem,
                Scheduling.repair(problem, TimetablePlanner.previous(problem, builds, orders), SEED)
                        .timetable());
    }
}
