package org.millwright.scheduling.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.Resource;

/** Looks at neighbours on machines with changeovers; two fixed neighbours are excused. */
final class ChangeoverCheck {
    private ChangeoverCheck() {}

    static List<String> violations(ScheduleProblem problem, Timetable timetable) {
        Map<String, @Nullable String> familyOf = new HashMap<>();
        for (Operation operation : problem.operations()) {
            familyOf.put(operation.id(), operation.family());
        }
        Set<String> fixed = new HashSet<>();
        problem.fixed().forEach(assignment -> fixed.add(assignment.operationId()));
        List<String> violations = new ArrayList<>();
        for (Resource machine : problem.resources()) {
            if (machine.changeovers().isNone()) {
                continue;
            }
            List<Assignment> onIt = new ArrayList<>(timetable.listOnMachine(machine.id()));
            onIt.sort(Comparator.comparingLong(Assignment::setupStartS).thenComparingLong(Assignment::endS));
            for (int i = 0; i < onIt.size(); i++) {
                Assignment at = onIt.get(i);
                String family = familyOf.get(at.operationId());
                Assignment before = i == 0 ? null : onIt.get(i - 1);
                long needS = before == null
                        ? machine.changeovers().initialS(family)
                        : machine.changeovers().betweenS(familyOf.get(before.operationId()), family);
                long sinceS = before == null ? problem.nowS() : before.endS();
                boolean excused =
                        fixed.contains(at.operationId()) && (before == null || fixed.contains(before.operationId()));
                if (at.setupStartS() - sinceS < needS && !excused) {
                    violations.add("Operation %s starts %d s after what was before on %s; the changeover takes %d s."
                            .formatted(at.operationId(), at.setupStartS() - sinceS, machine.id(), needS));
                }
            }
        }
        return violations;
    }
}
