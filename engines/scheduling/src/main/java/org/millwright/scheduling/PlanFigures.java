package org.millwright.scheduling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.Resource;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;

/**
 * What a plan amounts to.
 *
 * @param objective what it leaves out, misses and delays
 * @param lateJobs jobs that end after their due date
 * @param setupS time that machines are being set up, changeovers between families included
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
        // What begins together on one machine is a batch with one setup.
        Set<String> begun = new HashSet<>();
        Set<String> batching = new HashSet<>();
        problem.resources().stream().filter(Resource::batches).forEach(machine -> batching.add(machine.id()));
        long setupS = 0;
        int known = 0;
        for (Assignment assignment : timetable.assignments()) {
            if (!operations.containsKey(assignment.operationId())) {
                continue;
            }
            known++;
            if (!plan.isPlaced(compiled.indexOfOperation(assignment.operationId()))) {
                plan.put(assignment);
            }
            boolean withOthers = assignment.machineId() != null
                    && batching.contains(assignment.machineId())
                    && !begun.add(assignment.machineId() + " " + assignment.setupStartS());
            setupS += withOthers ? 0 : assignment.runStartS() - assignment.setupStartS();
            if (assignment.machineId() != null) {
                byMachine
                        .computeIfAbsent(assignment.machineId(), id -> new ArrayList<>())
                        .add(assignment);
            }
        }
        for (Resource machine : problem.resources()) {
            setupS += changeoversS(machine, byMachine.getOrDefault(machine.id(), List.of()), operations);
        }
        return new PlanFigures(
                Score.of(compiled, plan, problem.operations().size() - known),
                Differences.listLate(problem, timetable).size(),
                setupS,
                familyChanges(byMachine, operations),
                Slack.meanS(problem, timetable, WORKING_DAY_S));
    }

    private static long changeoversS(Resource machine, List<Assignment> onIt, Map<String, Operation> operations) {
        long sum = 0;
        for (int i = 1; i < onIt.size(); i++) {
            Operation before = operations.get(onIt.get(i - 1).operationId());
            Operation after = operations.get(onIt.get(i).operationId());
            if (before != null && after != null) {
                sum += machine.changeovers().betweenS(before.family(), after.family());
            }
        }
        return sum;
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
