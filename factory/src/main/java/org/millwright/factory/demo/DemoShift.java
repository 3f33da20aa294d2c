package org.millwright.factory.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.platform.clock.FactoryClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * While a demo factory stands: lets its simulated people work. Where time may run faster, nights and Sundays in which
 * nothing happens are skipped. With {@code millwright.demo} it sets the factory up when the program starts.
 */
@Component
public class DemoShift implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DemoShift.class);
    private static final Duration ROUND = Duration.ofMillis(500);
    private static final Duration LEAVING = Duration.ofSeconds(20);

    private final DemoFactory demoFactory;
    private final DemoOrders orders;
    private final DemoHistory history;
    private final SimulatedCrew crew;
    private final FastForward fastForward;
    private final DemoPeople people;
    private final Factories factories;
    private final FactoryClock clock;
    private final boolean atStart;
    private final boolean withHistory;
    private Stillness stillness;
    private volatile boolean running;
    private @Nullable Thread thread;

    DemoShift(
            DemoFactory demoFactory,
            DemoOrders orders,
            DemoHistory history,
            SimulatedCrew crew,
            FastForward fastForward,
            DemoPeople people,
            Factories factories,
            FactoryClock clock,
            @Value("${millwright.demo:false}") boolean atStart,
            @Value("${millwright.demo-history:false}") boolean withHistory) {
        this.demoFactory = demoFactory;
        this.orders = orders;
        this.history = history;
        this.crew = crew;
        this.fastForward = fastForward;
        this.people = people;
        this.factories = factories;
        this.clock = clock;
        this.stillness = new Stillness(clock.instant());
        this.atStart = atStart;
        this.withHistory = withHistory;
    }

    @Override
    public void start() {
        running = true;
        if (atStart) {
            begin(withHistory);
        }
    }

    /**
     * Sets the demo factory up if there is none, and lets its people work from now on.
     *
     * @param lived whether the days before are lived through first, which takes some seconds in the background
     */
    public synchronized void begin(boolean lived) {
        boolean empty = factories.listFactories().isEmpty();
        if (!empty || !lived) {
            people.addMissing(demoFactory.getOrSetUp());
        }
        if (thread == null) {
            thread = Thread.ofPlatform().name("demo-shift").daemon().start(() -> run(empty && lived));
        }
    }

    /** Sends the simulated people home and waits until they have left, so that the factory can be wiped. */
    public synchronized void end() {
        Thread working = thread;
        thread = null;
        if (working != null) {
            working.interrupt();
            try {
                working.join(LEAVING);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run(boolean past) {
        try {
            if (past) {
                history.live();
            } else {
                find().ifPresent(orders::placeOnce);
            }
            while (running && !Thread.currentThread().isInterrupted()) {
                find().ifPresent(this::round);
                Thread.sleep(ROUND);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Factory> find() {
        return factories.listFactories().stream().findFirst();
    }

    private void round(Factory factory) {
        try {
            Instant now = clock.instant();
            boolean happened = crew.work(factory.id()) > 0 || !fastForward.still(factory.id());
            stillness = stillness.after(now, happened);
            if (!happened && clock.timeLapse() && !orders.allDone(factory) && stillness.mayBeLeaptOver(now)) {
                clock.skipTo(fastForward.nextInstant(factory.id()));
            }
        } catch (RuntimeException failed) {
            LOG.warn("A round of the simulated crew failed; the next one tries again.", failed);
        }
    }

    @Override
    public void stop() {
        running = false;
        end();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
