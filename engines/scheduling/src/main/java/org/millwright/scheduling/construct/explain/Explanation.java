package org.millwright.scheduling.construct.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.BindingReason;
import org.millwright.scheduling.model.BindingReason.Kind;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.Precedence;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.WorkCalendar;

/** Finds what keeps a planned operation from starting earlier where it is. */
public final class Explanation {
    private final CompiledProblem compiled;
    private final Timetable timetable;

    public Explanation(CompiledProblem compiled, Timetable timetable) {
        this.compiled = compiled;
        this.timetable = timetable;
    }

    /** The reasons that hold until its start, the strongest last; empty when it could start earlier. */
    public List<BindingReason> reasons(String operationId) {
        int operation = compiled.indexOfOperation(operationId);
        Assignment assignment = timetable.getAssignment(operationId);
        List<BindingReason> reasons = new ArrayList<>();
        long fromS = addReadiness(operation, assignment.setupStartS(), reasons);
        if (fromS < assignment.setupStartS()) {
            addObstacles(operation, assignment, fromS, assignment.setupStartS(), reasons);
        }
        return reasons;
    }

    /**
     * What forces an operation's start, link by link: why it starts when it does, why what is in its way does, and so on.
     * Ends where something else than work is the reason, or nothing is.
     */
    public List<Cause> chain(String operationId) {
        List<Cause> chain = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String id = operationId;
        while (id != null && seen.add(id) && timetable.findAssignment(id).isPresent()) {
            List<BindingReason> reasons = reasons(id);
            if (reasons.isEmpty()) {
                break;
            }
            BindingReason strongest = reasons.getLast();
            chain.add(new Cause(id, strongest));
            id = strongest.operationId();
        }
        return List.copyOf(chain);
    }

    /**
     * What stands against an operation at a place where it is not, beside everything else of the plan; empty when it could
     * be there.
     */
    public List<BindingReason> against(Assignment wished) {
        int operation = compiled.indexOfOperation(wished.operationId());
        List<BindingReason> reasons = new ArrayList<>();
        long startS = wished.setupStartS();
        for (Precedence precedence : compiled.operations[operation].after()) {
            Assignment before =
                    timetable.findAssignment(precedence.beforeOperationId()).orElse(null);
            if (before == null) {
                reasons.add(new BindingReason(
                        Kind.PREDECESSOR_UNPLANNED, null, precedence.beforeOperationId(), WorkCalendar.NEVER));
            } else if (before.endS() + precedence.minLagS() > startS) {
                reasons.add(new BindingReason(
                        Kind.PREDECESSOR, null, before.operationId(), before.endS() + precedence.minLagS()));
            }
        }
        if (compiled.releaseS[operation] > startS) {
            boolean isPast = compiled.arrivalS[operation] <= startS;
            reasons.add(new BindingReason(
                    isPast ? Kind.NOW : Kind.MATERIAL_RELEASE, null, null, compiled.releaseS[operation]));
        }
        if (reasons.isEmpty()) {
            addObstacles(operation, wished, startS, startS + 1, reasons);
        }
        return List.copyOf(reasons);
    }

    /** Adds those of release, material and predecessors that end at the start; returns when all of them have ended. */
    private long addReadiness(int operation, long startS, List<BindingReason> reasons) {
        Operation explained = compiled.operations[operation];
        long readyS = compiled.releaseS[operation];
        if (startS == compiled.problem.nowS()) {
            reasons.add(new BindingReason(Kind.NOW, null, null, startS));
        }
        boolean afterNow = startS > compiled.problem.nowS();
        if (afterNow && startS == compiled.jobs[compiled.jobOf[operation]].releaseS()) {
            reasons.add(new BindingReason(Kind.JOB_RELEASE, null, null, startS));
        }
        if (afterNow && startS == explained.earliestStartS()) {
            reasons.add(new BindingReason(Kind.MATERIAL_RELEASE, null, null, startS));
        }
        for (Precedence precedence : explained.after()) {
            Assignment before =
                    timetable.findAssignment(precedence.beforeOperationId()).orElse(null);
            if (before != null) {
                long untilS = before.endS() + precedence.minLagS();
                if (untilS == startS) {
                    reasons.add(new BindingReason(Kind.PREDECESSOR, null, before.operationId(), untilS));
                }
                readyS = Math.max(readyS, untilS);
            }
        }
        return readyS;
    }

    /** Adds what is in the way on the assignment's machine from a time on, as far as it is met before another. */
    private void addObstacles(
            int operation, Assignment assignment, long fromS, long untilS, List<BindingReason> reasons) {
        var plan = new PartialPlan(compiled);
        for (Assignment other : timetable.assignments()) {
            int index = compiled.indexOfOperation(other.operationId());
            if (!plan.isPlaced(index) && index != operation) {
                plan.put(other);
            }
        }
        if (plan.isPlaced(operation)) {
            plan.remove(operation);
        }
        int machine = compiled.indexOfResource(assignment.machineId());
        long runS = runS(operation, machine, assignment);
        plan.search.report((kind, resource, from, until) -> {
            if (from < untilS) {
                reasons.add(new BindingReason(
                        kind,
                        resource >= 0 ? compiled.resources[resource].id() : compiled.operations[operation].skill(),
                        kind == Kind.MACHINE_BUSY ? occupantUntil(assignment, until) : null,
                        until));
            }
        });
        plan.search.earliestOn(operation, machine, runS, fromS);
    }

    private long runS(int operation, int machine, Assignment assignment) {
        if (compiled.operations[operation].resumable()) {
            for (int mode = 0; mode < compiled.modeMachine[operation].length; mode++) {
                if (compiled.modeMachine[operation][mode] == machine) {
                    return compiled.modeRunS[operation][mode];
                }
            }
        }
        return assignment.runEndS() - assignment.runStartS();
    }

    private @Nullable String occupantUntil(Assignment assignment, long untilS) {
        if (assignment.machineId() == null || untilS == WorkCalendar.NEVER) {
            return null;
        }
        for (Assignment other : timetable.assignments()) {
            if (other.endS() == untilS && assignment.machineId().equals(other.machineId())) {
                return other.operationId();
            }
        }
        return null;
    }
}
