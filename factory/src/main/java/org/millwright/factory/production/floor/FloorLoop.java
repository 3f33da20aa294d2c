package org.millwright.factory.production.floor;

import java.time.Duration;
import java.util.List;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.platform.background.Rounds;
import org.millwright.factory.platform.live.Changes;
import org.millwright.factory.production.Jobs;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Keeps the floor of all factories going: first every job is compared with its machine, then one tick after the other.
 * {@code millwright.tick} is the time between two, {@code millwright.floor=false} leaves ticking to others.
 */
@Component
@ConditionalOnProperty(name = "millwright.floor", havingValue = "true", matchIfMissing = true)
class FloorLoop extends Rounds {
    private final Jobs jobs;
    private final Factories factories;
    private final Changes changes;
    private boolean reconciled;
    private long rounds;

    FloorLoop(Jobs jobs, Factories factories, Changes changes, @Value("${millwright.tick:500ms}") Duration tick) {
        super(Thread.ofPlatform().name("floor").daemon(), tick);
        this.jobs = jobs;
        this.factories = factories;
        this.changes = changes;
    }

    @Override
    protected boolean round() {
        if (!reconciled) {
            jobs.reconcileAll();
            reconciled = true;
        }
        for (Factory factory : factories.listFactories()) {
            jobs.tick(factory.id());
        }
        announceProgress();
        return false;
    }

    /** Machines that run report something new all the time; for pages every other round is enough. */
    private void announceProgress() {
        rounds++;
        if (rounds % 2 == 0 && anyMachineRuns()) {
            changes.announce(List.of(Changes.FLOOR));
        }
    }

    private boolean anyMachineRuns() {
        return factories.listFactories().stream()
                .flatMap(factory -> factories.listMachines(factory.id()).stream())
                .anyMatch(machine -> jobs.findActiveJob(machine.id()).isPresent());
    }
}
