package org.millwright.scheduling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.scheduling.Repair.Diff;
import org.millwright.scheduling.Repair.Moved;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;

/** Compares two plans of one problem. */
final class Differences {
    private Differences() {}

    static Diff between(ScheduleProblem problem, Timetable before, Timetable after) {
        List<Moved> moved = new ArrayList<>();
        for (Assignment was : before.assignments()) {
            Assignment is = after.findAssignment(was.operationId()).orElse(null);
            if (!was.equals(is)) {
                moved.add(new Moved(was.operationId(), was, is));
            }
        }
        for (Assignment is : after.assignments()) {
            if (before.findAssignment(is.operationId()).isEmpty()) {
                moved.add(new Moved(is.operationId(), null, is));
            }
        }
        moved.sort(Comparator.comparing(Moved::operationId));
        return new Diff(
                moved,
                listLate(problem, before),
                listLate(problem, after),
                costS(problem, before),
                costS(problem, after));
    }

    /** Ids of the jobs that end after their due date, in the order of the problem. */
    static List<String> listLate(ScheduleProblem problem, Timetable timetable) {
        Map<String, Long> completionS = completionS(problem, timetable);
        return problem.jobs().stream()
                .filter(job -> completionS.getOrDefault(job.id(), Long.MIN_VALUE) > job.dueS())
                .map(Job::id)
                .toList();
    }

    private static long costS(ScheduleProblem problem, Timetable timetable) {
        Map<String, Long> completionS = completionS(problem, timetable);
        long sumS = 0;
        for (Job job : problem.jobs()) {
            Long endS = completionS.get(job.id());
            sumS += endS == null ? 0 : job.weight() * Math.max(0, endS - job.dueS());
        }
        return sumS;
    }

    private static Map<String, Long> completionS(ScheduleProblem problem, Timetable timetable) {
        Map<String, Long> completionS = new HashMap<>();
        for (Operation operation : problem.operations()) {
            timetable
                    .findAssignment(operation.id())
                    .ifPresent(assignment -> completionS.merge(operation.jobId(), assignment.endS(), Math::max));
        }
        return completionS;
    }
}
