package org.millwright.scheduling;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.explain.PinnedPlace;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.BindingReason;
import org.millwright.scheduling.model.ScheduleProblem;

/**
 * An operation that somebody put on a machine at a time.
 *
 * @param problem the problem in which it is fixed there, to be repaired or solved; unchanged when it has no place there
 * @param assignment where it stands: at the wished start or as soon after it as hours, people and other fixed work allow;
 *     null when it has no place
 * @param reasons what pushed it later than wished, or stands in the way altogether
 */
public record Pinning(ScheduleProblem problem, @Nullable Assignment assignment, List<BindingReason> reasons) {
    public Pinning {
        reasons = List.copyOf(reasons);
    }

    static Pinning of(ScheduleProblem problem, String operationId, @Nullable String machineId, long startS) {
        ScheduleProblem loose = unpinned(problem, operationId);
        var place = new PinnedPlace(new CompiledProblem(loose), operationId, machineId, startS);
        Assignment assignment = place.findAssignment().orElse(null);
        if (assignment == null) {
            return new Pinning(problem, null, place.reasons());
        }
        List<Assignment> fixed = new ArrayList<>(loose.fixed());
        fixed.add(assignment);
        return new Pinning(loose.withFixed(fixed), assignment, place.reasons());
    }

    static ScheduleProblem unpinned(ScheduleProblem problem, String operationId) {
        return problem.withFixed(problem.fixed().stream()
                .filter(assignment -> !assignment.operationId().equals(operationId))
                .toList());
    }
}
