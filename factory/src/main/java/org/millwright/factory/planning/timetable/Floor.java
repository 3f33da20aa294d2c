package org.millwright.factory.planning.timetable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.millwright.factory.facility.Downtime;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.Person;
import org.millwright.factory.facility.hours.Span;
import org.millwright.factory.facility.hours.WeeklyHours;
import org.millwright.scheduling.model.resource.Interval;
import org.millwright.scheduling.model.resource.WorkCalendar;

/**
 * Machines and people as they will be available.
 *
 * @param machines those in service
 * @param downtimes current and coming ones
 */
public record Floor(Instant now, ZoneId zone, List<Machine> machines, List<Person> people, List<Downtime> downtimes) {
    /** Further ahead nothing is planned. */
    public static final Duration HORIZON = Duration.ofDays(400);

    /** What begins sooner is left where it is, unless it cannot stay. */
    public static final Duration FROZEN = Duration.ofMinutes(10);

    public Floor {
        machines = List.copyOf(machines);
        people = List.copyOf(people);
        downtimes = List.copyOf(downtimes);
    }

    WorkCalendar calendar(Machine machine) {
        return hours(machine.hours()).without(down(machine.id()));
    }

    WorkCalendar calendar(Person person) {
        return hours(person.hours());
    }

    /** Whether the machine is down and nobody knows until when. */
    public boolean lost(MachineId machine) {
        return downtimes.stream()
                .anyMatch(down -> down.machine().equals(machine)
                        && down.until() == null
                        && !down.from().isAfter(now));
    }

    /** The longest stretch without a closing hour in the coming fortnight. */
    public Duration longestOpen(WeeklyHours hours) {
        return hours.spans(now, now.plus(Duration.ofDays(14)), zone).stream()
                .map(Span::length)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private WorkCalendar hours(WeeklyHours hours) {
        List<Interval> open = new ArrayList<>();
        for (Span span : hours.spans(now.minus(Duration.ofDays(1)), now.plus(HORIZON), zone)) {
            long start = Seconds.up(span.start());
            long end = Seconds.down(span.end());
            if (start < end) {
                open.add(new Interval(start, end));
            }
        }
        return WorkCalendar.of(open);
    }

    private List<Interval> down(MachineId machine) {
        List<Interval> down = new ArrayList<>();
        for (Downtime downtime : downtimes) {
            if (downtime.machine().equals(machine)) {
                Instant until = downtime.until();
                // A machine that is overdue to come back stays down until somebody says that it is back.
                Instant end = until == null ? now.plus(HORIZON) : until.isAfter(now) ? until : now.plusSeconds(60);
                if (downtime.from().isBefore(end)) {
                    down.add(new Interval(Seconds.down(downtime.from()), Seconds.up(end)));
                }
            }
        }
        return down;
    }
}
