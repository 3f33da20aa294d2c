package org.millwright.factory.planning.timetable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.millwright.factory.planning.Moved;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.PlannedOperation;

/**
 * What a new timetable changes. Operations that were on no timetable before do not count.
 *
 * @param changed times that differ in anything, new ones included
 */
public record TimetableDiff(List<Moved> moved, int kept, List<NewTimes> changed) {
    public TimetableDiff {
        moved = List.copyOf(moved);
        changed = List.copyOf(changed);
    }

    /** @param known operations that were on the timetable before */
    public static TimetableDiff between(List<Phase> before, List<NewTimes> after, Set<OperationId> known) {
        Map<OperationId, PlannedOperation> old = new HashMap<>();
        before.forEach(phase -> old.put(phase.operation().id(), phase.operation()));
        List<Moved> moved = new ArrayList<>();
        List<NewTimes> changed = new ArrayList<>();
        int kept = 0;
        for (NewTimes times : after) {
            PlannedOperation was = old.get(times.operation());
            if (was == null) {
                continue;
            }
            boolean samePlace = Objects.equals(was.machine(), times.machine())
                    && was.start().equals(times.start());
            if (!samePlace || !was.end().equals(times.end()) || !Objects.equals(was.person(), times.person())) {
                changed.add(times);
            }
            if (!known.contains(times.operation())) {
                continue;
            }
            if (samePlace) {
                kept++;
            } else {
                moved.add(new Moved(was.id(), was.step(), was.machine(), times.machine(), was.start(), times.start()));
            }
        }
        return new TimetableDiff(moved, kept, changed);
    }
}
