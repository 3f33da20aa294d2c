package org.millwright.factory.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.testing.FactoryTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.transaction.support.TransactionTemplate;

/** Events between modules are stored with what they tell of, and wait until their listener is done. */
@FactoryTest
@Import(EventDeliveryTest.Listener.class)
class EventDeliveryTest {
    record PartFinished(UUID part) {}

    @TestConfiguration
    static class Listener {
        static final AtomicBoolean BROKEN = new AtomicBoolean();
        static final ConcurrentMap<UUID, Integer> DELIVERIES = new ConcurrentHashMap<>();

        @ApplicationModuleListener
        void on(PartFinished event) {
            if (BROKEN.get()) {
                throw new IllegalStateException("the listener is out of order");
            }
            DELIVERIES.merge(event.part(), 1, Integer::sum);
        }
    }

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    IncompleteEventPublications incomplete;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @BeforeEach
    void repair() {
        Listener.BROKEN.set(false);
    }

    @Test
    void anEventIsDeliveredAfterTheCommitAndThenForgotten() {
        UUID part = publish();
        await().atMost(Duration.ofSeconds(20)).until(() -> Listener.DELIVERIES.containsKey(part));
        await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 0);
    }

    @Test
    void anEventOfARolledBackTransactionIsNeverDelivered() {
        UUID part = ids.next();
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new PartFinished(part));
            status.setRollbackOnly();
        });
        assertThat(waiting()).isZero();
        assertThat(Listener.DELIVERIES).doesNotContainKey(part);
    }

    @Test
    void anEventWhoseListenerFailedWaitsAndIsDeliveredAgain() {
        Listener.BROKEN.set(true);
        UUID part = publish();
        await().atMost(Duration.ofSeconds(20)).until(() -> failed() == 1);
        Listener.BROKEN.set(false);
        incomplete.resubmitIncompletePublications(publication -> true);
        await().atMost(Duration.ofSeconds(20)).until(() -> Listener.DELIVERIES.containsKey(part));
        await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 0);
        assertThat(Listener.DELIVERIES.get(part)).isEqualTo(1);
    }

    private UUID publish() {
        UUID part = ids.next();
        transaction.executeWithoutResult(status -> events.publishEvent(new PartFinished(part)));
        return part;
    }

    private int waiting() {
        return jdbc.sql("select count(*) from platform.event_publication")
                .query(Integer.class)
                .single();
    }

    private int failed() {
        return jdbc.sql("select count(*) from platform.event_publication where status = 'FAILED'")
                .query(Integer.class)
                .single();
    }
}
