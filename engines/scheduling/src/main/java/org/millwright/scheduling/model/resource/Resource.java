package org.millwright.scheduling.model.resource;

import java.util.List;
import java.util.Set;

/**
 * Something that work occupies.
 *
 * @param capacity how many operations it takes at once, at least 1
 * @param calendar when it is open; for a machine this bounds setup and run, for a person all attended phases
 * @param skills what a person is qualified for; empty for machines
 * @param down stretches in which it is out of order, absent or being maintained, on top of the calendar
 * @param batches whether operations that are alike and begin together share the machine: an oven, a kiln; its capacity
 *     is then the load of one batch
 * @param batchRule when batches may begin; only on machines that batch
 * @param changeovers time between operations of different families, on machines that take one operation at a time
 */
public record Resource(
        String id,
        ResourceKind kind,
        int capacity,
        WorkCalendar calendar,
        Set<String> skills,
        List<Interval> down,
        Changeovers changeovers,
        boolean batches,
        BatchRule batchRule) {
    public Resource {
        skills = Set.copyOf(skills);
        down = List.copyOf(down);
    }

    /** A resource whose batches, if it has any, may begin at any time. */
    public Resource(
            String id,
            ResourceKind kind,
            int capacity,
            WorkCalendar calendar,
            Set<String> skills,
            List<Interval> down,
            Changeovers changeovers,
            boolean batches) {
        this(id, kind, capacity, calendar, skills, down, changeovers, batches, BatchRule.NONE);
    }

    /** A resource without changeovers. */
    public Resource(
            String id,
            ResourceKind kind,
            int capacity,
            WorkCalendar calendar,
            Set<String> skills,
            List<Interval> down) {
        this(id, kind, capacity, calendar, skills, down, Changeovers.NONE, false);
    }

    /** A machine that takes one operation at a time. */
    public static Resource machine(String id, WorkCalendar calendar) {
        return new Resource(id, ResourceKind.MACHINE, 1, calendar, Set.of(), List.of());
    }

    /**
     * A machine that takes alike operations together.
     *
     * @param capacity the load of one batch, in the unit of the modes' loads
     */
    public static Resource batching(String id, int capacity, WorkCalendar calendar) {
        return new Resource(id, ResourceKind.MACHINE, capacity, calendar, Set.of(), List.of(), Changeovers.NONE, true);
    }

    public static Resource person(String id, WorkCalendar calendar, Set<String> skills) {
        return new Resource(id, ResourceKind.PERSON, 1, calendar, skills, List.of());
    }

    public Resource withDown(List<Interval> down) {
        return new Resource(id, kind, capacity, calendar, skills, down, changeovers, batches, batchRule);
    }

    public Resource withChangeovers(Changeovers changeovers) {
        return new Resource(id, kind, capacity, calendar, skills, down, changeovers, batches, batchRule);
    }

    public Resource withBatchRule(BatchRule batchRule) {
        return new Resource(id, kind, capacity, calendar, skills, down, changeovers, batches, batchRule);
    }

    /** When it can really work: open and not down. */
    public WorkCalendar available() {
        return calendar.without(down);
    }
}
