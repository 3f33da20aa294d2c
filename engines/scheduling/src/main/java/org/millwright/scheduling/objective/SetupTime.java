package org.millwright.scheduling.objective;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.Resource;

/** Seconds of setups and changeovers in a plan, as {@link Measure.Figure#SETUP_S} defines them. */
final class SetupTime {
    private SetupTime() {}

    static long of(ScheduleProblem problem, Timetable timetable) {
        Map<String, @Nullable String> familyOf = new HashMap<>();
        problem.operations().forEach(operation -> familyOf.put(operation.id(), operation.family()));
        Set<String> fixed = new HashSet<>();
        problem.fixed().forEach(at -> fixed.add(at.operationId()));
        Map<String, List<Assignment>> byMachine = new HashMap<>();
        long sumS = 0;
        for (Assignment at : timetable.assignments()) {
            if (familyOf.containsKey(at.operationId())) {
                String machine = at.machineId();
                if (machine == null) {
                    sumS += at.runStartS() - at.setupStartS();
                } else {
                    byMachine.computeIfAbsent(machine, id -> new ArrayList<>()).add(at);
                }
            }
        }
        for (Resource machine : problem.resources()) {
            List<Assignment> onIt = byMachine.getOrDefault(machine.id(), List.of()).stream()
                    .sorted(Comparator.comparingLong(Assignment::setupStartS).thenComparingLong(Assignment::endS))
                    .toList();
            for (int i = 0; i < onIt.size(); i++) {
                Assignment at = onIt.get(i);
                Assignment before = i == 0 ? null : onIt.get(i - 1);
                if (!machine.batches() || before == null || before.setupStartS() != at.setupStartS()) {
                    sumS += at.runStartS() - at.setupStartS();
                }
                String family = familyOf.get(at.operationId());
                if (before != null) {
                    String familyBefore = familyOf.get(before.operationId());
                    sumS += machine.changeovers().betweenS(familyBefore, family);
                } else if (!fixed.contains(at.operationId())) {
                    sumS += machine.changeovers().initialS(family);
                }
            }
        }
        return sumS;
    }
}
