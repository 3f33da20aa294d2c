package org.millwright.scheduling.model;

import java.util.List;
import org.millwright.scheduling.model.resource.Resource;

/**
 * Everything a plan depends on. Validated as a whole: in a problem that exists all references hold and nothing waits for
 * itself. What then finds no place, for instance because no shift is long enough, is left out of the plan with its reason.
 *
 * @param nowS nothing that is not fixed starts earlier
 * @param operations what is to be planned, including what is fixed
 * @param fixed running, finished and pinned work; kept exactly as it is, even where it breaks a rule
 */
public record ScheduleProblem(
        long nowS, List<Resource> resources, List<Job> jobs, List<Operation> operations, List<Assignment> fixed) {
    /** @throws InvalidProblem naming every contradiction at once */
    public ScheduleProblem {
        resources = List.copyOf(resources);
        jobs = List.copyOf(jobs);
        operations = List.copyOf(operations);
        fixed = List.copyOf(fixed);
        List<String> violations = ProblemRules.violations(resources, jobs, operations, fixed);
        if (!violations.isEmpty()) {
            throw new InvalidProblem(violations);
        }
    }

    public ScheduleProblem at(long nowS) {
        return new ScheduleProblem(nowS, resources, jobs, operations, fixed);
    }

    public ScheduleProblem withResources(List<Resource> resources) {
        return new ScheduleProblem(nowS, resources, jobs, operations, fixed);
    }

    public ScheduleProblem withFixed(List<Assignment> fixed) {
        return new ScheduleProblem(nowS, resources, jobs, operations, fixed);
    }

    public ScheduleProblem withOperations(List<Job> jobs, List<Operation> operations) {
        return new ScheduleProblem(nowS, resources, jobs, operations, fixed);
    }
}
