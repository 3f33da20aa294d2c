package org.millwright.factory.planning.pass;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.platform.identity.FactoryId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every minute whether work is overdue anywhere. {@code millwright.floor=false} leaves looking to others. */
@Component
@ConditionalOnProperty(name = "millwright.floor", havingValue = "true", matchIfMissing = true)
class OverdueLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OverdueLoop.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final OverdueWork overdue;
    private final Factories factories;
    private final InstantSource time;
    /** What could not be moved is asked for again when it had time to change, not every minute. */
    private final Map<FactoryId, Instant> notBefore = new HashMap<>();

    private volatile @Nullable Thread thread;

    OverdueLoop(OverdueWork overdue, Factories factories, InstantSource time) {
        this.overdue = overdue;
        this.factories = factories;
        this.time = time;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("overdue work").start(this::run);
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

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopped) {
                return;
            }
            try {
                factories.listFactories().forEach(this::look);
            } catch (RuntimeException failed) {
                log.error("Overdue work could not be moved; it is tried again", failed);
            }
        }
    }

    private void look(Factory factory) {
        Instant now = time.instant();
        if (notBefore.getOrDefault(factory.id(), Instant.MIN).isAfter(now) || !overdue.exists(factory.id())) {
            return;
        }
        notBefore.put(factory.id(), now.plus(OverdueWork.PATIENCE));
        overdue.move(factory.id())
                .ifPresent(diff -> log.info(
                        "{}: overdue work was timed anew, {} operations moved",
                        factory.name(),
                        diff.moved().size()));
    }
}
