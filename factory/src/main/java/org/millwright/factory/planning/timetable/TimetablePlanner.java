package org.millwright.factory.planning.timetable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.timetable.TimetableProblem.Hopeless;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.millwright.scheduling.Budget;
import org.millwright.scheduling.Repair;
import org.millwright.scheduling.Scheduling;
import org.millwright.scheduling.Solution;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;

/** Decides where and when everything happens. A pure function. */
public final class TimetablePlanner {
    /** Enough to try every dispatching rule and some disturbed ones. */
    private static final Budget BUDGET = new Budget(60, 0.5);

    private static final long SEED = 20_260_105;

    private TimetablePlanner() {}

    /** How freely planned work may be moved. */
    public enum Freedom {
        /** Only what has to move moves, unless that would make an order late that was not. */
        REPAIR,
        /** A clearly better timetable may move anything that has not begun, but makes no order late that was not. */
        IMPROVE
    }

    /**
     * A timetable as the engine and as the factory see it.
     *
     * @param hopeless work that was left out because no machine or nobody can do it
     */
    public record Planned(
            ScheduleProblem problem, Timetable timetable, List<NewTimes> times, Map<String, Hopeless> hopeless) {
        public Planned {
            times = List.copyOf(times);
            hopeless = Map.copyOf(hopeless);
        }
    }

    /** Plans all work that is not over. What was planned before is read from the operations themselves. */
    public static Planned plan(Floor floor, List<BuildWork> builds, List<OrderWork> orders, Freedom freedom) {
        TimetableProblem question = TimetableProblem.of(floor, builds, orders);
        ScheduleProblem problem = question.problem();
        Timetable previous = previous(problem, builds, orders);
        Repair repair = Scheduling.repair(problem, previous, SEED);
        Timetable timetable = repair.timetable();
        if (!problem.operations().isEmpty()
                && (freedom == Freedom.IMPROVE || breaksPromises(problem, previous, timetable))) {
            Solution solution = Scheduling.solve(problem, BUDGET, SEED);
            if (clearlyBetter(solution.objective(), repair.objective())
                    && late(problem, repair.timetable()).containsAll(late(problem, solution.timetable()))) {
                timetable = solution.timetable();
            }
        }
        return new Planned(problem, timetable, TimetableReading.read(timetable, builds, orders), question.hopeless());
    }

    /** Whether an order is late now that was not before: then moving other work is the lesser evil. */
    private static boolean breaksPromises(ScheduleProblem problem, Timetable previous, Timetable repaired) {
        return !late(problem, previous).containsAll(late(problem, repaired));
    }

    /** Moving work costs trust, so a few minutes less are not worth it. */
    private static boolean clearlyBetter(Score candidate, Score kept) {
        if (candidate.unplanned() != kept.unplanned() || candidate.missedDeadlines() != kept.missedDeadlines()) {
            return candidate.compareTo(kept) < 0;
        }
        if (candidate.weightedTardinessS() != kept.weightedTardinessS()) {
            return candidate.weightedTardinessS() < kept.weightedTardinessS();
        }
        return candidate.makespanS() < kept.makespanS() * 0.95;
    }

    private static Set<String> late(ScheduleProblem problem, Timetable timetable) {
        Map<String, Long> due = new HashMap<>();
        problem.jobs().forEach(job -> due.put(job.id(), job.dueS()));
        Set<String> late = new HashSet<>();
        for (Operation operation : problem.operations()) {
            timetable
                    .findAssignment(operation.id())
                    .filter(assignment -> assignment.endS() > due.getOrDefault(operation.jobId(), Long.MAX_VALUE))
                    .ifPresent(assignment -> late.add(operation.jobId()));
        }
        return late;
    }

    /** The timetable in force, out of the times of the operations. */
    static Timetable previous(ScheduleProblem problem, List<BuildWork> builds, List<OrderWork> orders) {
        Set<String> known = new HashSet<>();
        problem.operations().forEach(operation -> known.add(operation.id()));
        Set<String> resources = new HashSet<>();
        problem.resources().forEach(resource -> resources.add(resource.id()));
        List<Assignment> assignments = new ArrayList<>(problem.fixed());
        Set<String> fixed = new HashSet<>();
        problem.fixed().forEach(assignment -> fixed.add(assignment.operationId()));
        for (BuildWork build : builds) {
            if (known.contains(build.engineId()) && !fixed.contains(build.engineId())) {
                before(build)
                        .filter(assignment -> usable(assignment, resources))
                        .ifPresent(assignments::add);
            }
        }
        for (OrderWork order : orders) {
            for (Phase phase : order.phases()) {
                String id = TimetableProblem.engineId(phase, 0);
                if (known.contains(id) && !fixed.contains(id) && TimetableProblem.partsOf(phase.work()) == 1) {
                    Assignment assignment = before(id, phase);
                    if (usable(assignment, resources)) {
                        assignments.add(assignment);
                    }
                }
            }
        }
        return new Timetable(assignments);
    }

    private static boolean usable(Assignment assignment, Set<String> resources) {
        return (assignment.machineId() == null || resources.contains(assignment.machineId()))
                && (assignment.setupPersonId() == null || resources.contains(assignment.setupPersonId()))
                && (assignment.unloadPersonId() == null || resources.contains(assignment.unloadPersonId()));
    }

    private static Assignment before(String id, Phase phase) {
        var operation = phase.operation();
        long startS = Seconds.up(operation.start());
        long endS = startS + Seconds.up(phase.work());
        String person = operation.person() == null ? null : operation.person().toString();
        return new Assignment(id, null, person, null, startS, startS, endS, endS, endS);
    }

    /** Empty for a build that has no machine yet. */
    private static Optional<Assignment> before(BuildWork build) {
        var run = build.find(StepKind.RUN);
        if (run.isEmpty() || run.get().operation().machine() == null) {
            return Optional.empty();
        }
        var prepare = build.find(StepKind.PREPARE);
        var remove = build.find(StepKind.REMOVE);
        long runStartS = Seconds.up(run.get().operation().start());
        long runEndS = runStartS + Seconds.up(run.get().work());
        long unloadStartS =
                remove.map(phase -> Seconds.up(phase.operation().start())).orElse(runEndS);
        return Optional.of(new Assignment(
                build.engineId(),
                String.valueOf(run.get().operation().machine()),
                prepare.map(TimetablePlanner::person).orElse(null),
                remove.map(TimetablePlanner::person).orElse(null),
                prepare.map(phase -> Math.min(runStartS, runStartS - Seconds.up(phase.work())))
                        .orElse(runStartS),
                runStartS,
                runEndS,
                Math.max(runEndS, unloadStartS),
                Math.max(runEndS, unloadStartS)
                        + remove.map(phase -> Seconds.up(phase.work())).orElse(0L)));
    }

    private static @Nullable String person(Phase phase) {
        return phase.operation().person() == null
                ? null
                : phase.operation().person().toString();
    }
}
