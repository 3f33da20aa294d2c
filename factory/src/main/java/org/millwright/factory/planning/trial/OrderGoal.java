package org.millwright.factory.planning.trial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.board.SearchGoal;
import org.millwright.scheduling.Scheduling;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.objective.Measure;
import org.millwright.scheduling.objective.Measure.Figure;
import org.millwright.scheduling.objective.Objective;
import org.millwright.scheduling.objective.ObjectiveEvaluator;

/** Goals that rearrange work: what the engine minimises for them, and what the board tells of it. */
final class OrderGoal {
    /** So much time every step should have to spare. */
    private static final Measure RESERVE = new Measure.SlackShortfall(4 * 3600);

    private static final double WORTH_IT_S = 60;

    private final SearchGoal goal;

    /** @throws IllegalArgumentException for goals of electricity */
    OrderGoal(SearchGoal goal) {
        if (goal.isEnergy()) {
            throw new IllegalArgumentException("The goal %s rearranges nothing.".formatted(goal));
        }
        this.goal = goal;
    }

    SearchGoal goal() {
        return goal;
    }

    /** Lateness comes before length and reserve, so that nobody pays for them. */
    Objective objective() {
        return switch (goal) {
            case LATE_ORDERS ->
                Objective.minimise(Figure.MISSED_DEADLINES)
                        .then(Figure.LATE_JOBS)
                        .then(Figure.WEIGHTED_TARDINESS_S)
                        .then(Figure.MAKESPAN_S);
            case RESERVE ->
                Objective.minimise(Figure.MISSED_DEADLINES)
                        .then(Figure.WEIGHTED_TARDINESS_S)
                        .then(RESERVE)
                        .then(Figure.MAKESPAN_S);
            default -> Objective.DEFAULT;
        };
    }

    /** What a plan has of it. */
    double amount(ScheduleProblem problem, Timetable timetable) {
        return switch (goal) {
            case SPAN -> ObjectiveEvaluator.measure(problem, timetable, Figure.MAKESPAN_S);
            case RESERVE ->
                ObjectiveEvaluator.measure(problem, timetable, RESERVE)
                        / Math.max(1, timetable.assignments().size());
            default -> lateness(problem, timetable);
        };
    }

    /** What no plan goes below; null where nothing is known. */
    @Nullable
    Double bound(LivePlan live) {
        AloneBound alone = AloneBound.of(live);
        return switch (goal) {
            case LATENESS -> (double) alone.lateness().toSeconds();
            case LATE_ORDERS -> (double) alone.lateOrders();
            case SPAN -> (double) alone.span().toSeconds();
            default -> null;
        };
    }

    /**
     * The same as the engine finds it, opening hours and crowded machines included; 0 where nothing more is known.
     *
     * @param seconds of one thread
     * @param stop asked now and then whether to give up
     */
    double bound(ScheduleProblem problem, Timetable planned, double seconds, BooleanSupplier stop) {
        if (goal != SearchGoal.LATENESS) {
            return 0;
        }
        List<Job> counted = problem.jobs().stream()
                .map(job -> new Job(job.id(), job.releaseS(), job.dueS(), isOrder(job) ? 1 : 0, job.deadlineS()))
                .toList();
        long endS =
                planned.assignments().stream().mapToLong(Assignment::endS).max().orElse(problem.nowS());
        return Scheduling.tardinessBound(problem.withOperations(counted, problem.operations()), endS, seconds, stop);
    }

    private static boolean isOrder(Job job) {
        return job.id().startsWith("order ");
    }

    /** Whether what is left above the bound is not worth looking for. */
    boolean isReached(double amount, double bound) {
        return amount < bound + (goal == SearchGoal.LATE_ORDERS ? 1 : WORTH_IT_S);
    }

    private double lateness(ScheduleProblem problem, Timetable timetable) {
        Map<String, Long> ends = new HashMap<>();
        for (Operation operation : problem.operations()) {
            timetable
                    .findAssignment(operation.id())
                    .ifPresent(assignment -> ends.merge(operation.jobId(), assignment.endS(), Math::max));
        }
        long lateS = 0;
        int late = 0;
        for (Job job : problem.jobs()) {
            Long end = ends.get(job.id());
            if (isOrder(job) && end != null && end > job.dueS()) {
                lateS += end - job.dueS();
                late++;
            }
        }
        return goal == SearchGoal.LATE_ORDERS ? late : lateS;
    }
}
