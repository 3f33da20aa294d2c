package org.millwright.scheduling.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.Mode;
import org.millwright.scheduling.model.Need;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.Precedence;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.Interval;
import org.millwright.scheduling.model.resource.Resource;
import org.millwright.scheduling.model.resource.ResourceKind;

/**
 * Checks a timetable against its problem: every operation once, durations, releases, precedence with lags, machine and
 * personal calendars, down times, skills, capacities, tools, changeovers, fixed work untouched. Fixed work itself is
 * excused from everything but capacities: it is a fact.
 */
public final class TimetableValidator {
    private final ScheduleProblem problem;
    private final Timetable timetable;
    private final Map<String, Resource> resources = new HashMap<>();
    private final Map<String, Job> jobs = new HashMap<>();
    private final Map<String, Assignment> fixed = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    private TimetableValidator(ScheduleProblem problem, Timetable timetable) {
        this.problem = problem;
        this.timetable = timetable;
        problem.resources().forEach(resource -> resources.put(resource.id(), resource));
        problem.jobs().forEach(job -> jobs.put(job.id(), job));
        problem.fixed().forEach(assignment -> fixed.put(assignment.operationId(), assignment));
    }

    /** Everything that is wrong, in words; empty when the timetable holds. */
    public static List<String> violations(ScheduleProblem problem, Timetable timetable) {
        return violations(problem, timetable, Set.of());
    }

    /**
     * Everything that is wrong, in words; empty when the timetable holds.
     *
     * @param leftOut operations that need not be planned
     */
    public static List<String> violations(ScheduleProblem problem, Timetable timetable, Set<String> leftOut) {
        var validator = new TimetableValidator(problem, timetable);
        validator.checkCompleteness(leftOut);
        for (Operation operation : problem.operations()) {
            Assignment assignment = timetable.findAssignment(operation.id()).orElse(null);
            if (assignment != null && validator.checkFixed(assignment)) {
                validator.checkOperation(operation, assignment);
            }
            if (assignment != null) {
                validator.checkPrecedence(operation, assignment);
            }
        }
        validator.violations.addAll(CapacityCheck.violations(problem, timetable));
        validator.violations.addAll(ChangeoverCheck.violations(problem, timetable));
        return validator.violations;
    }

    private void checkCompleteness(Set<String> leftOut) {
        Set<String> known = new HashSet<>();
        for (Operation operation : problem.operations()) {
            known.add(operation.id());
            if (timetable.findAssignment(operation.id()).isEmpty() && !leftOut.contains(operation.id())) {
                add("Operation %s is not planned.".formatted(operation.id()));
            }
        }
        Set<String> seen = new HashSet<>();
        for (Assignment assignment : timetable.assignments()) {
            if (!seen.add(assignment.operationId())) {
                add("Operation %s is planned twice.".formatted(assignment.operationId()));
            }
            if (!known.contains(assignment.operationId())) {
                add("Operation %s is planned but not asked for.".formatted(assignment.operationId()));
            }
        }
    }

    /** Whether the operation is free to be judged by the other rules. */
    private boolean checkFixed(Assignment assignment) {
        Assignment asFixed = fixed.get(assignment.operationId());
        if (asFixed == null) {
            return true;
        }
        if (!asFixed.equals(assignment)) {
            add("Fixed operation %s was changed from %s to %s."
                    .formatted(assignment.operationId(), asFixed, assignment));
        }
        return false;
    }

    private void checkOperation(Operation operation, Assignment at) {
        Job job = jobs.get(operation.jobId());
        if (at.setupStartS() < problem.nowS()
                || at.setupStartS() < operation.earliestStartS()
                || (job != null && at.setupStartS() < job.releaseS())) {
            add("Operation %s starts at %d, before it may.".formatted(operation.id(), at.setupStartS()));
        }
        boolean knownMode = operation.modes().stream().anyMatch(mode -> matches(operation, mode, at));
        if (!knownMode) {
            add("Operation %s runs %d s on %s, which is none of its modes."
                    .formatted(operation.id(), at.runEndS() - at.runStartS(), at.machineId()));
        }
        if (at.runStartS() - at.setupStartS() != operation.setupS()
                || at.endS() - at.unloadStartS() != operation.unloadS()) {
            add("Operation %s has a setup of %d s and an unload of %d s instead of %d s and %d s."
                    .formatted(
                            operation.id(),
                            at.runStartS() - at.setupStartS(),
                            at.endS() - at.unloadStartS(),
                            operation.setupS(),
                            operation.unloadS()));
        }
        if (at.unloadStartS() != at.runEndS() && operation.unloadS() == 0) {
            add("Operation %s waits for an unload that it does not need.".formatted(operation.id()));
        }
        checkMachine(operation, at);
        checkNeeds(operation, at);
        checkPeople(operation, at);
    }

    private boolean matches(Operation operation, Mode mode, Assignment at) {
        boolean sameMachine = mode.machineId() == null
                ? at.machineId() == null
                : mode.machineId().equals(at.machineId());
        Resource machine = mode.machineId() == null ? null : resources.get(mode.machineId());
        long ranS = operation.resumable() && machine != null
                ? openSeconds(machine, at.runStartS(), at.runEndS())
                : at.runEndS() - at.runStartS();
        return sameMachine && mode.runS() == ranS;
    }

    /** Seconds of the stretch in which the machine is open and up, counted opening by opening. */
    private static long openSeconds(Resource machine, long fromS, long toS) {
        long sumS = 0;
        for (Interval open : machine.calendar().listOpen()) {
            long atS = Math.max(fromS, open.startS());
            long endS = Math.min(toS, open.endS());
            while (atS < endS) {
                long nextS = endS;
                long upS = atS;
                for (Interval down : machine.down()) {
                    if (down.startS() <= atS && atS < down.endS()) {
                        upS = Math.max(upS, down.endS());
                    } else if (down.startS() > atS) {
                        nextS = Math.min(nextS, down.startS());
                    }
                }
                sumS += upS > atS ? 0 : nextS - atS;
                atS = upS > atS ? upS : nextS;
            }
        }
        return sumS;
    }

    private void checkMachine(Operation operation, Assignment at) {
        if (at.machineId() == null) {
            return;
        }
        Resource machine = resources.get(at.machineId());
        if (machine == null || machine.kind() == ResourceKind.PERSON) {
            add("Operation %s is on %s, which is no machine.".formatted(operation.id(), at.machineId()));
            return;
        }
        // A resumable run rests while the machine is closed; only its setup and its first second may not.
        long throughS = operation.resumable() ? Math.min(at.runStartS() + 1, at.runEndS()) : at.runEndS();
        if (!isOpen(machine, at.setupStartS(), throughS)) {
            add("Operation %s sets up and runs %d..%d while %s is closed."
                    .formatted(operation.id(), at.setupStartS(), throughS, machine.id()));
        }
        if (isDown(machine, at.setupStartS(), throughS) || isDown(machine, at.unloadStartS(), at.endS())) {
            add("Operation %s needs %s while it is down.".formatted(operation.id(), machine.id()));
        }
    }

    private void checkNeeds(Operation operation, Assignment at) {
        for (Need need : operation.needs()) {
            Resource resource = resources.get(need.resourceId());
            if (resource != null
                    && (!isOpen(resource, at.setupStartS(), at.endS())
                            || isDown(resource, at.setupStartS(), at.endS()))) {
                add("Operation %s needs %s during %d..%d, when it is not there."
                        .formatted(operation.id(), resource.id(), at.setupStartS(), at.endS()));
            }
        }
    }

    private void checkPeople(Operation operation, Assignment at) {
        boolean startNeedsPerson = operation.skill() != null
                && (operation.setupS() > 0 || (operation.runAttended() && at.runEndS() > at.runStartS()));
        long boundUntilS = operation.runAttended() ? at.runEndS() : at.runStartS();
        checkPerson(operation, at.setupPersonId(), startNeedsPerson, at.setupStartS(), boundUntilS);
        boolean unloadNeedsPerson = operation.skill() != null && operation.unloadS() > 0;
        checkPerson(operation, at.unloadPersonId(), unloadNeedsPerson, at.unloadStartS(), at.endS());
    }

    private void checkPerson(Operation operation, @Nullable String personId, boolean needed, long fromS, long toS) {
        if (!needed || personId == null) {
            if (needed != (personId != null)) {
                add("Operation %s %s".formatted(operation.id(), needed ? "has nobody." : "binds somebody needlessly."));
            }
            return;
        }
        Resource person = resources.get(personId);
        if (person == null || person.kind() != ResourceKind.PERSON) {
            add("Operation %s is attended by %s, who is nobody.".formatted(operation.id(), personId));
            return;
        }
        if (operation.skill() != null && !person.skills().contains(operation.skill())) {
            add("Operation %s is attended by %s, who lacks the skill %s."
                    .formatted(operation.id(), personId, operation.skill()));
        }
        if (!isOpen(person, fromS, toS) || isDown(person, fromS, toS)) {
            add("Operation %s needs %s during %d..%d, outside working time."
                    .formatted(operation.id(), personId, fromS, toS));
        }
    }

    private void checkPrecedence(Operation operation, Assignment at) {
        for (Precedence precedence : operation.after()) {
            Assignment before =
                    timetable.findAssignment(precedence.beforeOperationId()).orElse(null);
            boolean bothFixed = fixed.containsKey(operation.id()) && fixed.containsKey(precedence.beforeOperationId());
            if (bothFixed) {
                continue;
            }
            if (before == null) {
                if (!fixed.containsKey(operation.id())) {
                    add("Operation %s is planned but %s before it is not."
                            .formatted(operation.id(), precedence.beforeOperationId()));
                }
                continue;
            }
            long lagS = at.setupStartS() - before.endS();
            if (lagS < precedence.minLagS() || lagS > precedence.maxLagS()) {
                add("Operation %s starts %d s after %s; allowed are %d to %d s."
                        .formatted(
                                operation.id(),
                                lagS,
                                precedence.beforeOperationId(),
                                precedence.minLagS(),
                                precedence.maxLagS()));
            }
        }
    }

    /** Walks the intervals one by one on purpose: the engine's compiled look-ups are not trusted here. */
    private static boolean isOpen(Resource resource, long fromS, long toS) {
        if (fromS == toS) {
            return true;
        }
        for (Interval open : resource.calendar().listOpen()) {
            if (open.startS() <= fromS && toS <= open.endS()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDown(Resource resource, long fromS, long toS) {
        return fromS < toS && resource.down().stream().anyMatch(down -> down.overlaps(fromS, toS));
    }

    private void add(String violation) {
        violations.add(violation);
    }
}
