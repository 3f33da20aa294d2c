package org.millwright.factory.planning.overdue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.platform.background.Rounds;
import org.millwright.factory.platform.identity.FactoryId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Looks every minute whether work is overdue anywhere. {@code millwright.floor=false} leaves looking to others. */
@Component
@ConditionalOnProperty(name = "millwright.floor", havingValue = "true", matchIfMissing = true)
class OverdueLoop extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(OverdueLoop.class);

    private final OverdueWork overdue;
    private final Factories factories;
    private final InstantSource time;
    /** What could not be moved is asked for again when it had time to change, not every minute. */
    private final Map<FactoryId, Instant> notBefore = new HashMap<>();

    OverdueLoop(OverdueWork overdue, Factories factories, InstantSource time) {
        super(Thread.ofVirtual().name("overdue work"), Duration.ofMinutes(1));
        this.overdue = overdue;
        this.factories = factories;
        this.time = time;
    }

    @Override
    protected boolean round() {
        factories.listFactories().forEach(this::look);
        return false;
    }

    private void look(Factory factory) {
        Instant now = time.instant();
        if (notBefore.getOrDefault(factory.id(), Instant.MIN).isAfter(now) || !overdue.exists(factory.id())) {
            return;
        }
        notBefore.put(factory.id(), now.plus(OverdueWork.PATIENCE));
        overdue.move(factory.id())
                .ifPresent(diff -> log.debug(
                        "{}: overdue work was timed anew, operations moved: {}",
                        factory.name(),
                        diff.moved().size()));
    }
}
