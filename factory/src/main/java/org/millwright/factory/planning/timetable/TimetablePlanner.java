package org.millwright.factory.planning.timetable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.Pin;
import org.millwright.factory.planning.timetable.TimetableProblem.Hopeless;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.millwright.scheduling.Budget;
import org.millwright.scheduling.Comparison;
import org.millwright.scheduling.Repair;
import org.millwright.scheduling.Scheduling;
import org.millwright.scheduling.Solution;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.BindingReason;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;

/** Decides where and when everything happens. A pure function. */
public final class TimetablePlanner {
    /** The seed of every plan. */
    public static final long SEED = 20_260_105;

    /** Steps times operations of one search: enough to try every dispatching rule and some disturbed ones in a small factory. */
    private static final int MOST_WORK = 30_000;

    private static final int LEAST_STEPS = 8;
    private static final int MOST_STEPS = 60;

    /** How the engine is set; other parameters make other plans of the same input and seed. */
    public static final String PARAMETERS =
            "work=%d steps=%d..%d frozenS=%d".formatted(MOST_WORK, LEAST_STEPS, MOST_STEPS, Floor.FROZEN.toSeconds());

    private TimetablePlanner() {}

    /** How freely planned work may be moved. */
    public enum Freedom {
        /** Only what has to move moves, whatever gets late by it: somebody decided so. */
        KEEP,
        /** Only what has to move moves, and what ends up late is brought forward into free places; there at once. */
        AT_ONCE,
        /** The same, and then a search when an order gets late that was not. */
        REPAIR,
        /** A clearly better timetable may move anything that has not begun, but makes no order late that was not. */
        IMPROVE
    }

    /**
     * A timetable as the engine and as the factory see it.
     *
     * @param hopeless work that was left out because no machine or nobody can do it
     * @param unkept pins that cannot be kept at the moment, with the reason where one is known
     */
    public record Planned(
            ScheduleProblem problem,
            Timetable timetable,
            List<NewTimes> times,
            Map<String, Hopeless> hopeless,
            Map<BarId, Optional<BindingReason>> unkept) {
        public Planned {
            times = List.copyOf(times);
            hopeless = Map.copyOf(hopeless);
            unkept = Map.copyOf(unkept);
        }
    }

    /**
     * Everything that a plan follows from; the same input gives the same plan, byte for byte.
     *
     * @param pins bars that somebody put at a place
     * @param suggested places for free work, taken instead of those in force where they are possible
     */
    public record Input(
            Floor floor,
            List<BuildWork> builds,
            List<OrderWork> orders,
            List<Pin> pins,
            Freedom freedom,
            List<Assignment> suggested) {
        public Input {
            builds = List.copyOf(builds);
            orders = List.copyOf(orders);
            pins = List.copyOf(pins);
            suggested = List.copyOf(suggested);
        }
    }

    /** As {@link #plan(Input)} without pins. */
    public static Planned plan(Floor floor, List<BuildWork> builds, List<OrderWork> orders, Freedom freedom) {
        return plan(new Input(floor, builds, orders, List.of(), freedom, List.of()));
    }

    /** Plans all work that is not over. What was planned before is read from the operations themselves. */
    public static Planned plan(Input input) {
        List<BuildWork> builds = input.builds();
        List<OrderWork> orders = input.orders();
        TimetableProblem question = TimetableProblem.of(input.floor(), builds, orders);
        Timetable loose = previous(question.problem(), builds, orders, input.suggested());
        Pinboard pinned = Pinboard.of(question.problem(), loose, input.pins(), SEED);
        Timetable previous = previous(pinned.problem(), builds, orders, input.suggested());
        Repair repair = Scheduling.repair(pinned.problem(), previous, SEED);
        if (!repair.unscheduled().isEmpty() && !input.pins().isEmpty()) {
            Repair unpinned = Scheduling.repair(question.problem(), loose, SEED);
            // A pin that takes the last place from other work gives way.
            if (unpinned.unscheduled().size() < repair.unscheduled().size()) {
                pinned = new Pinboard(question.problem(), allUnkept(input.pins()));
                previous = loose;
                repair = unpinned;
            }
        }
        if (input.freedom() != Freedom.KEEP) {
            repair = lateOrdersPulledForward(pinned.problem(), repair);
        }
        Timetable timetable = repair.timetable();
        if (maySearch(input.freedom(), pinned.problem(), previous, timetable)) {
            ScheduleProblem frozen = frozen(pinned.problem(), timetable);
            Solution solution = Scheduling.solve(frozen, budget(frozen), SEED);
            if (clearlyBetter(solution.objective(), repair.objective())
                    && late(frozen, timetable).containsAll(late(frozen, solution.timetable()))) {
                timetable = solution.timetable();
            }
        }
        return new Planned(
                pinned.problem(),
                timetable,
                TimetableReading.read(timetable, builds, orders),
                question.hopeless(),
                pinned.unkept());
    }

    /**
     * Work of late orders goes to the earliest free place while everything else stays: what ended early, or a gap that
     * opened, is put to use.
     */
    private static Repair lateOrdersPulledForward(ScheduleProblem problem, Repair repair) {
        Set<String> late = late(problem, repair.timetable());
        if (late.isEmpty()) {
            return repair;
        }
        Set<String> fixed = new HashSet<>();
        frozen(problem, repair.timetable()).fixed().forEach(assignment -> fixed.add(assignment.operationId()));
        Map<String, String> jobs = new HashMap<>();
        problem.operations().forEach(operation -> jobs.put(operation.id(), operation.jobId()));
        Timetable others = new Timetable(repair.timetable().assignments().stream()
                .filter(assignment -> fixed.contains(assignment.operationId())
                        || !late.contains(jobs.getOrDefault(assignment.operationId(), "")))
                .toList());
        Repair pulled = Scheduling.repair(problem, others, SEED);
        boolean better = pulled.objective().unplanned() <= repair.objective().unplanned()
                && pulled.objective().weightedTardinessS() < repair.objective().weightedTardinessS()
                && late.containsAll(late(problem, pulled.timetable()));
        return better ? pulled : repair;
    }

    private static Map<BarId, Optional<BindingReason>> allUnkept(List<Pin> pins) {
        Map<BarId, Optional<BindingReason>> unkept = new HashMap<>();
        pins.forEach(pin -> unkept.put(pin.bar(), Optional.empty()));
        return unkept;
    }

    private static boolean maySearch(Freedom freedom, ScheduleProblem problem, Timetable previous, Timetable repaired) {
        return !problem.operations().isEmpty()
                && switch (freedom) {
                    case KEEP, AT_ONCE -> false;
                    case REPAIR -> breaksPromises(problem, previous, repaired);
                    case IMPROVE -> true;
                };
    }

    /** A budget in steps, so that the same plan can be found again. */
    private static Budget budget(ScheduleProblem problem) {
        return Budget.ofSteps(
                Math.clamp(MOST_WORK / Math.max(1, problem.operations().size()), LEAST_STEPS, MOST_STEPS));
    }

    /** What begins within minutes stays where it is: somebody is on the way to it. */
    public static ScheduleProblem frozen(ScheduleProblem problem, Timetable planned) {
        Set<String> fixed = new HashSet<>();
        problem.fixed().forEach(assignment -> fixed.add(assignment.operationId()));
        long untilS = problem.nowS() + Floor.FROZEN.toSeconds();
        List<Assignment> all = new ArrayList<>(problem.fixed());
        planned.assignments().stream()
                .filter(assignment -> assignment.setupStartS() < untilS && !fixed.contains(assignment.operationId()))
                .forEach(all::add);
        return problem.withFixed(all);
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

    /** The places that planned work had before a plan was made, as the engine sees them. */
    public static Timetable inForce(ScheduleProblem problem, Input input) {
        return previous(problem, input.builds(), input.orders());
    }

    /** Whether a plan makes an order late that was in time before, so that a search is worth the moves. */
    public static boolean breaksPromises(Input input, Planned planned) {
        return breaksPromises(planned.problem(), inForce(planned.problem(), input), planned.timetable());
    }

    /** Whether one plan leaves no more work out than another of the same work and has less weighted tardiness. */
    public static boolean isLessLate(Planned one, Planned other) {
        Comparison both = Scheduling.compare(one.problem(), other.timetable(), one.timetable());
        Score its = both.second().objective();
        Score others = both.first().objective();
        return its.unplanned() <= others.unplanned()
                && its.missedDeadlines() <= others.missedDeadlines()
                && its.weightedTardinessS() < others.weightedTardinessS();
    }

    /** The timetable in force, out of the times of the operations. */
    static Timetable previous(ScheduleProblem problem, List<BuildWork> builds, List<OrderWork> orders) {
        return previous(problem, builds, orders, List.of());
    }

    private static Timetable previous(
            ScheduleProblem problem, List<BuildWork> builds, List<OrderWork> orders, List<Assignment> suggested) {
        Set<String> known = new HashSet<>();
        problem.operations().forEach(operation -> known.add(operation.id()));
        Set<String> resources = new HashSet<>();
        problem.resources().forEach(resource -> resources.add(resource.id()));
        List<Assignment> assignments = new ArrayList<>(problem.fixed());
        Set<String> fixed = new HashSet<>();
        problem.fixed().forEach(assignment -> fixed.add(assignment.operationId()));
        for (Assignment assignment : suggested) {
            if (known.contains(assignment.operationId())
                    && usable(assignment, resources)
                    && fixed.add(assignment.operationId())) {
                assignments.add(assignment);
            }
        }
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
