package org.millwright.factory.demo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * While the demo runs: sets the factory up, places the sample orders, and lets the simulated people work. Nights and
 * Sundays in which nothing happens are skipped.
 */
@Component
@ConditionalOnBooleanProperty("millwright.demo")
class DemoShift implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DemoShift.class);
    private static final Duration ROUND = Duration.ofMillis(500);

    private final DemoFactory demoFactory;
    private final DemoOrders orders;
    private final SimulatedCrew crew;
    private final FastForward fastForward;
    private final DemoPeople people;
    private volatile boolean running;
    private @Nullable Thread thread;

    DemoShift(
            DemoFactory demoFactory,
            DemoOrders orders,
            SimulatedCrew crew,
            FastForward fastForward,
            DemoPeople people) {
        this.demoFactory = demoFactory;
        this.orders = orders;
        this.crew = crew;
        this.fastForward = fastForward;
        this.people = people;
    }

    @Override
    public void start() {
        running = true;
        Factory factory = demoFactory.getOrSetUp();
        people.addMissing(factory);
        thread = Thread.ofPlatform().name("demo-shift").daemon().start(() -> run(factory));
    }

    private void run(Factory factory) {
        try {
            orders.placeOnce(factory);
            while (running) {
                round(factory);
                Thread.sleep(ROUND);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void round(Factory factory) {
        try {
            if (crew.work(factory.id()) == 0 && !orders.allDone(factory)) {
                fastForward.skipStillness(factory.id());
            }
        } catch (RuntimeException failed) {
            LOG.warn("A round of the simulated crew failed; the next one tries again.", failed);
        }
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
