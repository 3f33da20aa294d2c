package org.millwright.scheduling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.Relaxation.Kind;
import org.millwright.scheduling.model.BindingReason;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.Mode;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.resource.Interval;
import org.millwright.scheduling.model.resource.Resource;
import org.millwright.scheduling.model.resource.ResourceKind;

/** Reads off a plan what it misses, smallest steps first. */
final class Relaxing {
    private final ScheduleProblem problem;
    private final Solution solution;
    private final Map<String, Operation> operations = new HashMap<>();
    private final List<Relaxation> relaxations = new ArrayList<>();

    Relaxing(ScheduleProblem problem, Solution solution) {
        this.problem = problem;
        this.solution = solution;
        problem.operations().forEach(operation -> operations.put(operation.id(), operation));
    }

    List<Relaxation> list() {
        Map<String, Long> completionS = new HashMap<>();
        for (Operation operation : problem.operations()) {
            solution.timetable()
                    .findAssignment(operation.id())
                    .ifPresent(assignment -> completionS.merge(operation.jobId(), assignment.endS(), Math::max));
        }
        for (Job job : problem.jobs()) {
            long endS = completionS.getOrDefault(job.id(), Long.MIN_VALUE);
            if (job.deadlineS() != null && endS > job.deadlineS()) {
                relaxations.add(new Relaxation(Kind.LATER_DEADLINE, job.id(), null, null, endS - job.deadlineS()));
            } else if (endS > job.dueS()) {
                relaxations.add(new Relaxation(Kind.LATER_DUE_DATE, job.id(), null, null, endS - job.dueS()));
            }
        }
        for (Unscheduled unscheduled : solution.unscheduled()) {
            Operation operation = operations.get(unscheduled.operationId());
            if (operation != null) {
                relaxations.add(of(operation, unscheduled.reason()));
            }
        }
        relaxations.sort(Comparator.comparing(Relaxation::kind).thenComparingLong(Relaxation::byS));
        return relaxations;
    }

    private Relaxation of(Operation operation, BindingReason reason) {
        return switch (reason.kind()) {
            case PREDECESSOR_UNPLANNED, PREDECESSOR -> of(Kind.PREDECESSOR, operation, null, Long.MAX_VALUE);
            case MAXIMUM_LAG -> of(Kind.LONGER_WAIT, operation, null, Long.MAX_VALUE);
            case FIXED_SUCCESSOR -> of(Kind.LATER_PIN, operation, null, Long.MAX_VALUE);
            case PERSON_NOT_AVAILABLE -> of(Kind.MORE_PEOPLE, operation, operation.skill(), missingPeopleS(operation));
            default -> of(Kind.LONGER_OPENING, operation, reason.resourceId(), missingOpeningS(operation));
        };
    }

    private static Relaxation of(Kind kind, Operation operation, @Nullable String resource, long byS) {
        return new Relaxation(kind, operation.jobId(), operation.id(), resource, byS);
    }

    /** How much the longest opening of the most open machine falls short of setup and run. */
    private long missingOpeningS(Operation operation) {
        long missing = Long.MAX_VALUE;
        for (Mode mode : operation.modes()) {
            for (Resource resource : problem.resources()) {
                if (resource.id().equals(mode.machineId())) {
                    long needS = operation.setupS() + (operation.resumable() ? 1 : mode.runS());
                    missing = Math.min(missing, Math.max(0, needS - longestS(resource)));
                }
            }
        }
        return missing;
    }

    private long missingPeopleS(Operation operation) {
        long needS = Math.max(operation.unloadS(), operation.setupS());
        for (Mode mode : operation.modes()) {
            needS = Math.max(needS, operation.setupS() + (operation.runAttended() ? mode.runS() : 0));
        }
        long missing = Long.MAX_VALUE;
        for (Resource resource : problem.resources()) {
            if (resource.kind() == ResourceKind.PERSON
                    && resource.skills().contains(String.valueOf(operation.skill()))) {
                missing = Math.min(missing, Math.max(0, needS - longestS(resource)));
            }
        }
        return missing;
    }

    private long longestS(Resource resource) {
        long longest = 0;
        for (Interval open : resource.available().listOpen()) {
            if (open.endS() > problem.nowS()) {
                longest = Math.max(longest, open.endS() - Math.max(problem.nowS(), open.startS()));
            }
        }
        return longest;
    }
}
