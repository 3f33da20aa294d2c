package org.millwright.scheduling.objective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.Resource;
import org.millwright.scheduling.objective.Objective.Level;
import org.millwright.scheduling.objective.Objective.Term;

/** Says what any plan is worth, from the problem and the plan alone: the search's own figures are not trusted here. */
public final class ObjectiveEvaluator {
    private final ScheduleProblem problem;
    private final Timetable timetable;
    private final Map<String, Long> completionS = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private int unplanned;

    private ObjectiveEvaluator(ScheduleProblem problem, Timetable timetable) {
        this.problem = problem;
        this.timetable = timetable;
        for (Operation operation : problem.operations()) {
            known.add(operation.id());
            Assignment at = timetable.findAssignment(operation.id()).orElse(null);
            if (at == null) {
                unplanned++;
            } else {
                completionS.merge(operation.jobId(), at.endS(), Math::max);
            }
        }
    }

    /** What a plan is worth; operations that the problem does not know count for nothing. */
    public static ObjectiveValue value(ScheduleProblem problem, Timetable timetable, Objective objective) {
        var evaluator = new ObjectiveEvaluator(problem, timetable);
        List<Double> levels = new ArrayList<>();
        for (Level level : objective.levels()) {
            double sum = 0;
            for (Term term : level.terms()) {
                sum += term.weight() * evaluator.measure(term.measure());
            }
            levels.add(sum);
        }
        return new ObjectiveValue(evaluator.unplanned, levels);
    }

    /** How much of something a plan has. */
    public static double measure(ScheduleProblem problem, Timetable timetable, Measure measure) {
        return new ObjectiveEvaluator(problem, timetable).measure(measure);
    }

    private double measure(Measure measure) {
        return switch (measure) {
            case Measure.Figure figure -> figure(figure);
            case Measure.Energy energy -> energyCost(energy);
            case Measure.MovedOperations moved -> movedOperations(moved.from());
            case Measure.SlackShortfall slack -> Slack.shortfallS(problem, timetable, slack.wantedS());
        };
    }

    private long figure(Measure.Figure figure) {
        long sum = 0;
        if (figure == Measure.Figure.SETUP_S) {
            return SetupTime.of(problem, timetable);
        }
        for (Job job : problem.jobs()) {
            long endS = completionS.getOrDefault(job.id(), Long.MIN_VALUE);
            boolean late = endS > job.dueS();
            Long deadlineS = job.deadlineS();
            switch (figure) {
                case MISSED_DEADLINES -> sum += deadlineS != null && endS > deadlineS ? 1 : 0;
                case WEIGHTED_TARDINESS_S -> sum += late ? job.weight() * (endS - job.dueS()) : 0;
                case LATE_JOBS -> sum += late ? 1 : 0;
                default -> sum = Math.max(sum, endS - Math.min(endS, problem.nowS()));
            }
        }
        return sum;
    }

    private double energyCost(Measure.Energy energy) {
        Set<String> batching = new HashSet<>();
        problem.resources().stream().filter(Resource::batches).forEach(machine -> batching.add(machine.id()));
        Set<String> begun = new HashSet<>();
        double cost = 0;
        for (Assignment at : timetable.assignments()) {
            String machine = at.machineId();
            if (machine != null
                    && known.contains(at.operationId())
                    && (!batching.contains(machine) || begun.add(machine + " " + at.setupStartS()))) {
                cost += energy.tariff().costOf(machine, at.runStartS(), at.runEndS());
            }
        }
        return cost;
    }

    private long movedOperations(Timetable from) {
        return from.assignments().stream()
                .filter(was -> known.contains(was.operationId()))
                .filter(was -> timetable
                        .findAssignment(was.operationId())
                        .map(is -> is.setupStartS() != was.setupStartS()
                                || !Objects.equals(is.machineId(), was.machineId()))
                        .orElse(true))
                .count();
    }
}
