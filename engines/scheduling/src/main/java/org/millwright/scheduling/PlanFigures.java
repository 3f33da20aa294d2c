package org.millwright.scheduling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.objective.Measure;
import org.millwright.scheduling.objective.ObjectiveEvaluator;
import org.millwright.scheduling.objective.Slack;

/**
 * What a plan amounts to.
 *
 * @param objective what it leaves out, misses and delays
 * @param lateJobs jobs that end after their due date
 * @param setupS time that machines are being set up, changeovers between families included, also the first
 * @param familyChanges how often a machine goes from one family to another
 * @param meanSlackS how robust it is: by how much operations could end later, on average, without moving another or
 *     making a job late; one counts a working day of eight hours at most
 */
public record PlanFigures(Score objective, int lateJobs, long setupS, int familyChanges, long meanSlackS) {
    private static final long WORKING_DAY_S = 8 * 3600;

    static PlanFigures of(ScheduleProblem problem, Timetable timetable) {
        var compiled = new CompiledProblem(problem);
        var plan = new PartialPlan(compiled);
        Map<String, Operation> operations =
                HashMap.newHashMap(problem.operations().size());
        problem.operations().forEach(operation -> operations.put(operation.id(), operation));
        Map<String, List<Assignment>> byMachine = new HashMap<>();
        int known = 0;
        for (Assignment assignment : timetable.assignments()) {
            if (!operations.containsKey(assignment.operationId())) {
                continue;
            }
            known++;
            if (!plan.isPlaced(compiled.indexOfOperation(assignment.operationId()))) {
                plan.put(assignment);
            }
            if (assignment.machineId() != null) {
                byMachine
                        .computeIfAbsent(assignment.machineId(), id -> new ArrayList<>())
                        .add(assignment);
            }
        }
        return new PlanFigures(
                Score.of(compiled, plan, problem.operations().size() - known),
                Differences.listLate(problem, timetable).size(),
                (long) ObjectiveEvaluator.measure(problem, timetable, Measure.Figure.SETUP_S),
                familyChanges(byMachine, operations),
                Slack.meanS(problem, timetable, WORKING_DAY_S));
    }

    private static int familyChanges(Map<String, List<Assignment>> byMachine, Map<String, Operation> operations) {
        int changes = 0;
        for (List<Assignment> onOne : byMachine.values()) {
            onOne.sort(Comparator.comparingLong(Assignment::setupStartS));
            for (int i = 1; i < onOne.size(); i++) {
                String before = familyOf(operations, onOne.get(i - 1));
                String after = familyOf(operations, onOne.get(i));
                changes += before.equals(after) ? 0 : 1;
            }
        }
        return changes;
    }

    private static String familyOf(Map<String, Operation> operations, Assignment assignment) {
        Operation operation = operations.get(assignment.operationId());
        return operation == null ? "" : Objects.requireNonNullElse(operation.family(), "");
    }
}
