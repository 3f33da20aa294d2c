package org.millwright.factory.production.floor;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.platform.live.Changes;
import org.millwright.factory.production.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the floor of all factories going: first every job is compared with its machine, then one tick after the other.
 * {@code millwright.tick} is the time between two, {@code millwright.floor=false} leaves ticking to others.
 */
@Component
@ConditionalOnProperty(name = "millwright.floor", havingValue = "true", matchIfMissing = true)
class FloorLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(FloorLoop.class);

    private final Jobs jobs;
    private final Factories factories;
    private final Duration tick;
    private final Changes changes;
    private long rounds;
    private volatile @Nullable Thread thread;

    FloorLoop(Jobs jobs, Factories factories, Changes changes, @Value("${millwright.tick:500ms}") Duration tick) {
        this.jobs = jobs;
        this.factories = factories;
        this.tick = tick;
        this.changes = changes;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name("floor").daemon().start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
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

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        boolean reconciled = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (!reconciled) {
                    jobs.reconcileAll();
                    reconciled = true;
                }
                for (Factory factory : factories.listFactories()) {
                    jobs.tick(factory.id());
                }
                announceProgress();
            } catch (RuntimeException failed) {
                log.error("The floor's round failed and is tried again", failed);
            }
            try {
                Thread.sleep(tick);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }
}
