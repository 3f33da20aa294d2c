package org.millwright.factory.planning.pass;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.millwright.factory.planning.timetable.TimetablePlanner.Planned;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.validation.TimetableValidator;

/** Every timetable passes the independent validator before it is published; a wrong one is never stored. */
final class TimetableCheck {
    private static final int SHOWN = 10;

    private TimetableCheck() {}

    /** @throws IllegalStateException naming what is wrong; the old timetable stays in force */
    static void requireValid(Planned planned) {
        Set<String> leftOut = new HashSet<>();
        for (Operation operation : planned.problem().operations()) {
            if (planned.timetable().findAssignment(operation.id()).isEmpty()) {
                leftOut.add(operation.id());
            }
        }
        List<String> violations = TimetableValidator.violations(planned.problem(), planned.timetable(), leftOut);
        if (!violations.isEmpty()) {
            throw new IllegalStateException("The new timetable breaks %d rules, so the old one stays in force:%n%s"
                    .formatted(
                            violations.size(),
                            String.join(
                                    System.lineSeparator(),
                                    violations.stream().limit(SHOWN).toList())));
        }
    }
}
