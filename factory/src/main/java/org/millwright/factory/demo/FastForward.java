package org.millwright.factory.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.Person;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.production.Jobs;
import org.springframework.stereotype.Component;

/**
 * Runs a factory of virtual machines and simulated people without waiting: rounds of work follow each other, and when a
 * round changes nothing the clock moves on to the next instant at which something can.
 */
@Component
public class FastForward {
    private static final Duration LONGEST_WAIT = Duration.ofMillis(100);
    private static final Duration ROUND = Duration.ofMillis(200);
    private static final Duration LOOK_AHEAD = Duration.ofDays(8);

    private final Factories factories;
    private final WorkOrders workOrders;
    private final Jobs jobs;
    private final SimulatedCrew crew;
    private final BackgroundWork background;
    private final FactoryClock clock;

    FastForward(
            Factories factories,
            WorkOrders workOrders,
            Jobs jobs,
            SimulatedCrew crew,
            BackgroundWork background,
            FactoryClock clock) {
        this.factories = factories;
        this.workOrders = workOrders;
        this.jobs = jobs;
        this.crew = crew;
        this.background = background;
        this.clock = clock;
    }

    /** One round: what is due is done; when nothing was due and nothing is under way, the clock leaps. */
    public void round(FactoryId factory) {
        round(factory, Instant.MAX);
    }

    /** The same, but the clock leaps no further than to the given instant. */
    void round(FactoryId factory, Instant latest) {
        if (!background.isIdle()) {
            background.awaitIdle(LONGEST_WAIT);
            return;
        }
        boolean moved = jobs.tick(factory);
        moved |= crew.work(factory) > 0;
        if (!moved && background.isIdle()) {
            Instant next = nextInstant(factory);
            clock.skipTo(next.isAfter(latest) ? latest : next);
        }
    }

    /** Whether no machine runs, nobody works and nothing is under way. */
    boolean still(FactoryId factory) {
        return background.isIdle()
                && crew.nextFinish(factory).isEmpty()
                && factories.listMachines(factory).stream()
                        .noneMatch(machine -> jobs.findActiveJob(machine.id()).isPresent());
    }

    /** The earliest instant after now at which a run or a task ends, work is planned, or a person's shift begins. */
    Instant nextInstant(FactoryId factory) {
        Instant now = clock.instant();
        List<Instant> instants = new ArrayList<>();
        crew.nextFinish(factory).ifPresent(instants::add);
        for (Machine machine : factories.listMachines(factory)) {
            remaining(machine).ifPresent(left -> instants.add(now.plus(left)));
        }
        workOrders.timetable(factory).forEach(operation -> instants.add(operation.start()));
        instants.addAll(shiftStarts(factories.getFactory(factory), now));
        return instants.stream()
                .filter(instant -> instant.isAfter(now))
                .min(Instant::compareTo)
                .orElse(now.plus(Duration.ofMinutes(15)))
                .plus(ROUND);
    }

    private Optional<Duration> remaining(Machine machine) {
        return jobs.findActiveJob(machine.id())
                .map(job -> jobs.machineState(machine.id()))
                .flatMap(state -> Optional.ofNullable(state.remainingS()))
                .map(seconds -> Duration.ofMillis((long) Math.ceil(seconds * 1000) + 1));
    }

    private List<Instant> shiftStarts(Factory factory, Instant now) {
        return factories.listPeople(factory.id()).stream()
                .map(Person::hours)
                .flatMap(hours -> hours.spans(now, now.plus(LOOK_AHEAD), factory.zone()).stream())
                .map(span -> span.start())
                .toList();
    }
}
