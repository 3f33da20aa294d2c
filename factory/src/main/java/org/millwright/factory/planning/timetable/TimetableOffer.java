package org.millwright.factory.planning.timetable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.timetable.TimetableProblem.Hopeless;
import org.millwright.scheduling.Offer;
import org.millwright.scheduling.Scheduling;
import org.millwright.scheduling.model.BindingReason;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;

/** Asks the live timetable for the earliest end of new work. A pure function. */
public final class TimetableOffer {
    private TimetableOffer() {}

    /**
     * What the timetable answers.
     *
     * @param completion null when the work has no place
     * @param hopeless set when no machine or nobody could ever do it
     * @param reason what keeps it from being earlier
     */
    public record Answer(
            @Nullable Instant completion,
            @Nullable Hopeless hopeless,
            @Nullable BindingReason reason) {}

    public static Answer ask(LiveTimetable live, List<BuildWork> own, OrderWork ownOrder) {
        TimetableProblem alone = TimetableProblem.of(live.floor(), own, List.of(ownOrder));
        if (!alone.hopeless().isEmpty()) {
            return new Answer(null, alone.hopeless().values().iterator().next(), null);
        }
        List<Job> jobs = alone.problem().jobs();
        List<Operation> operations = alone.problem().operations();
        Offer offer = Scheduling.promise(live.problem(), live.timetable(), operations, jobs);
        BindingReason reason = offer.reasons().isEmpty() ? null : binding(offer, live, operations, jobs);
        return offer.completionS().isPresent()
                ? new Answer(Seconds.instant(offer.completionS().getAsLong()), null, reason)
                : new Answer(null, null, reason);
    }

    /** Follows predecessors back to whatever else is in the way of the first of them. */
    private static @Nullable BindingReason binding(
            Offer offer, LiveTimetable live, List<Operation> operations, List<Job> newJobs) {
        BindingReason reason = offer.reasons().getFirst();
        Map<String, Operation> own = new HashMap<>();
        operations.forEach(operation -> own.put(operation.id(), operation));
        if (reason.kind() != BindingReason.Kind.PREDECESSOR || !offer.isPossible()) {
            return reason;
        }
        List<Job> jobs = new ArrayList<>(live.problem().jobs());
        jobs.addAll(newJobs);
        List<Operation> all = new ArrayList<>(live.problem().operations());
        all.addAll(operations);
        ScheduleProblem together = live.problem().withOperations(jobs, all);
        var assignments = new ArrayList<>(live.timetable().assignments());
        assignments.addAll(offer.timetable().assignments());
        var timetable = new Timetable(assignments);
        Set<String> seen = new HashSet<>();
        while (reason.kind() == BindingReason.Kind.PREDECESSOR
                && reason.operationId() != null
                && own.containsKey(reason.operationId())
                && seen.add(reason.operationId())) {
            List<BindingReason> earlier = Scheduling.explain(together, timetable, reason.operationId());
            if (earlier.isEmpty()) {
                return reason;
            }
            reason = earlier.getFirst();
        }
        return reason;
    }
}
