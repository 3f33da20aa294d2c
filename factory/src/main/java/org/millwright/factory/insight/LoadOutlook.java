package org.millwright.factory.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.factory.facility.Downtime;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.Person;
import org.millwright.factory.facility.hours.Span;
import org.millwright.factory.facility.hours.WeeklyHours;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.stereotype.Component;

/** Sets the timetable against open hours, day by day. */
@Component
class LoadOutlook {
    private static final double MS_PER_HOUR = 3_600_000;

    private final Factories factories;
    private final WorkOrders workOrders;
    private final InstantSource time;

    LoadOutlook(Factories factories, WorkOrders workOrders, InstantSource time) {
        this.factories = factories;
        this.workOrders = workOrders;
        this.time = time;
    }

    /** From now on: what is left of today, then whole days. */
    List<Load> list(FactoryId id, int days) {
        Factory factory = factories.getFactory(id);
        ZoneId zone = factory.zone();
        Instant now = time.instant();
        LocalDate today = now.atZone(zone).toLocalDate();
        Map<MachineId, Machine> machines = new LinkedHashMap<>();
        factories.listMachines(id).stream()
                .filter(Machine::inService)
                .forEach(machine -> machines.put(machine.id(), machine));
        List<Person> people = factories.listPeople(id);
        List<Downtime> downtimes = factories.listDowntimes(id);
        List<PlannedOperation> timetable = workOrders.timetable(id);
        List<Load> loads = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            LocalDate day = today.plusDays(i);
            Instant start = later(now, day.atStartOfDay(zone).toInstant());
            var span = new Span(start, day.plusDays(1).atStartOfDay(zone).toInstant());
            Map<String, Double> open = new LinkedHashMap<>();
            machines.values()
                    .forEach(machine ->
                            open.merge(machine.equipmentClass(), openH(machine, downtimes, span, zone), Double::sum));
            open.put(
                    Load.PEOPLE,
                    people.stream()
                            .mapToDouble(person -> hours(person.hours(), span, zone))
                            .sum());
            Map<String, Double> planned = planned(timetable, machines, span);
            open.forEach((group, hours) -> loads.add(new Load(day, group, planned.getOrDefault(group, 0.0), hours)));
        }
        return loads;
    }

    private static Map<String, Double> planned(
            List<PlannedOperation> timetable, Map<MachineId, Machine> machines, Span span) {
        Map<String, Double> planned = new HashMap<>();
        for (PlannedOperation operation : timetable) {
            double hours = overlapH(span, operation.start(), operation.end());
            if (hours <= 0) {
                continue;
            }
            Machine machine = operation.machine() == null ? null : machines.get(operation.machine());
            if (machine != null) {
                planned.merge(machine.equipmentClass(), hours, Double::sum);
            }
            if (operation.attended() || operation.person() != null) {
                planned.merge(Load.PEOPLE, hours, Double::sum);
            }
        }
        return planned;
    }

    private static double openH(Machine machine, List<Downtime> downtimes, Span span, ZoneId zone) {
        double hours = hours(machine.hours(), span, zone);
        for (Downtime downtime : downtimes) {
            if (downtime.machine().equals(machine.id())) {
                Instant until = downtime.until() == null ? span.end() : downtime.until();
                Instant from = later(downtime.from(), span.start());
                if (from.isBefore(earlier(until, span.end()))) {
                    hours -= hours(machine.hours(), new Span(from, earlier(until, span.end())), zone);
                }
            }
        }
        return Math.max(0, hours);
    }

    private static double hours(WeeklyHours hours, Span span, ZoneId zone) {
        return hours.spans(span.start(), span.end(), zone).stream()
                .mapToDouble(open -> Duration.between(open.start(), open.end()).toMillis() / MS_PER_HOUR)
                .sum();
    }

    private static double overlapH(Span span, Instant start, Instant end) {
        return Duration.between(later(span.start(), start), earlier(span.end(), end))
                        .toMillis()
                / MS_PER_HOUR;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
