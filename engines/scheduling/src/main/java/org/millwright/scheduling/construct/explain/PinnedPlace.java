package org.millwright.scheduling.construct.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.BindingReason;

/** The place nearest after a wished start on a wished machine, beside fixed work only: everything else gives way. */
public final class PinnedPlace {
    private final List<BindingReason> reasons = new ArrayList<>();
    private final @Nullable Assignment assignment;

    /**
     * @param machineId the wished machine, or null for bench work
     * @throws IllegalArgumentException when the operation is unknown or has no mode on that machine
     */
    public PinnedPlace(CompiledProblem compiled, String operationId, @Nullable String machineId, long startS) {
        int operation = compiled.indexOfOperation(operationId);
        int machine = compiled.indexOfResource(machineId);
        var plan = new PartialPlan(compiled);
        if (plan.isPlaced(operation)) {
            throw new IllegalArgumentException("Operation %s is fixed already.".formatted(operationId));
        }
        long runS = runOn(compiled, operation, machine);
        long fromS = Math.max(startS, compiled.releaseS[operation]);
        plan.search.report((kind, resource, from, until) -> reasons.add(new BindingReason(
                kind,
                resource >= 0 ? compiled.resources[resource].id() : compiled.operations[operation].skill(),
                null,
                until)));
        if (plan.search.earliestOn(operation, machine, runS, fromS)) {
            plan.take(operation);
            assignment = plan.assignment(operation);
        } else {
            assignment = null;
        }
    }

    /** Empty when the machine or the people never have room for it. */
    public Optional<Assignment> findAssignment() {
        return Optional.ofNullable(assignment);
    }

    /** What pushed the start later than wished, in the order in which it was met. */
    public List<BindingReason> reasons() {
        return reasons;
    }

    private static long runOn(CompiledProblem compiled, int operation, int machine) {
        for (int mode = 0; mode < compiled.modeMachine[operation].length; mode++) {
            if (compiled.modeMachine[operation][mode] == machine) {
                return compiled.modeRunS[operation][mode];
            }
        }
        throw new IllegalArgumentException("Operation %s cannot be done on %s. Maybe it was dropped on the wrong row?"
                .formatted(
                        compiled.operations[operation].id(),
                        machine < 0 ? "a bench" : compiled.resources[machine].id()));
    }
}
