package org.millwright.scheduling.objective;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.Precedence;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.Resource;

/**
 * How much a plan bears: by how many seconds each operation could end later without anything else having to move and
 * without its job becoming late. A job that is late already bears nothing at its end. Slack stands for robustness as with
 * Leon, Wu and Storer (1994): what a plan loses to small disturbances grows as slack gets less.
 */
public final class Slack {
    private final ScheduleProblem problem;
    private final Timetable timetable;
    private final Map<String, Long> latestEndS = new HashMap<>();

    private Slack(ScheduleProblem problem, Timetable timetable) {
        this.problem = problem;
        this.timetable = timetable;
        boundByJobs();
        boundByMachines();
    }

    /**
     * The mean over all planned operations.
     *
     * @param mostS what one operation counts at most, so that a few with weeks to spare do not hide the rest
     */
    public static long meanS(ScheduleProblem problem, Timetable timetable, long mostS) {
        return timetable.assignments().isEmpty()
                ? 0
                : new Slack(problem, timetable).sumS(mostS)
                        / timetable.assignments().size();
    }

    /** Sum over all planned operations of what is missing to the slack that is wanted of each. */
    static long shortfallS(ScheduleProblem problem, Timetable timetable, long wantedS) {
        return timetable.assignments().size() * wantedS - new Slack(problem, timetable).sumS(wantedS);
    }

    private void boundByJobs() {
        Map<String, Long> dueS = new HashMap<>();
        for (Job job : problem.jobs()) {
            dueS.put(job.id(), job.deadlineS() == null ? job.dueS() : Math.min(job.dueS(), job.deadlineS()));
        }
        for (Operation operation : problem.operations()) {
            latestEndS.merge(operation.id(), dueS.getOrDefault(operation.jobId(), Long.MAX_VALUE), Math::min);
            timetable.findAssignment(operation.id()).ifPresent(at -> {
                for (Precedence precedence : operation.after()) {
                    latestEndS.merge(
                            precedence.beforeOperationId(), at.setupStartS() - precedence.minLagS(), Math::min);
                }
            });
        }
    }

    /** The changeover to the next operation on a machine that takes one at a time. */
    private void boundByMachines() {
        Map<String, @Nullable String> familyOf = new HashMap<>();
        problem.operations().forEach(operation -> familyOf.put(operation.id(), operation.family()));
        for (Resource machine : problem.resources()) {
            if (machine.capacity() > 1 || machine.batches()) {
                continue;
            }
            List<Assignment> onIt = new ArrayList<>(timetable.listOnMachine(machine.id()));
            onIt.sort(Comparator.comparingLong(Assignment::setupStartS));
            for (int i = 1; i < onIt.size(); i++) {
                String before = onIt.get(i - 1).operationId();
                long changeoverS = machine.changeovers()
                        .betweenS(familyOf.get(before), familyOf.get(onIt.get(i).operationId()));
                latestEndS.merge(before, onIt.get(i).setupStartS() - changeoverS, Math::min);
            }
        }
    }

    private long sumS(long mostS) {
        long sum = 0;
        for (Assignment at : timetable.assignments()) {
            long spareS = latestEndS.getOrDefault(at.operationId(), Long.MAX_VALUE) - at.endS();
            sum += Math.clamp(spareS, 0, mostS);
        }
        return sum;
    }
}
