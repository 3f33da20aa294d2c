package org.millwright.factory.production.permit;

import java.time.Instant;
import java.util.List;
import org.millwright.factory.facility.Downtime;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.springframework.stereotype.Component;

/** Which machines the factory lets work at a time. */
@Component
public class ServiceTimes {
    private final Factories factories;

    ServiceTimes(Factories factories) {
        this.factories = factories;
    }

    public boolean inService(Machine machine, Instant now) {
        return inService(machine, now, factories.listDowntimes(machine.factory()));
    }

    public static boolean inService(Machine machine, Instant now, List<Downtime> downtimes) {
        return machine.inService()
                && downtimes.stream()
                        .filter(downtime -> downtime.machine().equals(machine.id()))
                        .noneMatch(downtime -> covers(downtime, now));
    }

    private static boolean covers(Downtime downtime, Instant now) {
        return !now.isBefore(downtime.from()) && (downtime.until() == null || now.isBefore(downtime.until()));
    }
}
