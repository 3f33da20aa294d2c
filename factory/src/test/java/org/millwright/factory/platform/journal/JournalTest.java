package org.millwright.factory.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FactoryTest
class JournalTest {
    @Autowired
    Journal journal;

    @Autowired
    Ids ids;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private FactoryId factory() {
        return new FactoryId(ids.next());
    }

    private static JournalEntry accepted(FactoryId factory, UUID order, Ref... refs) {
        return new JournalEntry(
                factory,
                Actor.system(),
                "OrderAccepted",
                "order",
                order,
                null,
                Map.of("lines", 2, "note", "ü \"quoted\""),
                List.of(refs));
    }

    @Test
    void theLatestEntriesAboutSeveralThingsComeOnceAndNewestFirst() {
        FactoryId factory = factory();
        UUID order = ids.next();
        UUID unit = ids.next();
        for (int i = 0; i < 3; i++) {
            transaction.executeWithoutResult(status -> journal.record(accepted(factory, order, new Ref("unit", unit))));
        }
        transaction.executeWithoutResult(status -> journal.record(accepted(factory, ids.next())));

        assertThat(journal.listLatestAbout(List.of(order, unit), 2))
                .extracting(StoredEntry::sequence)
                .containsExactly(3L, 2L);
    }

    @Test
    void anEntryIsFoundByItsSubjectAndByWhatItRefersTo() {
        FactoryId factory = factory();
        UUID order = ids.next();
        UUID unit = ids.next();
        transaction.executeWithoutResult(status -> journal.record(accepted(factory, order, new Ref("unit", unit))));

        assertThat(journal.listAbout(order))
                .isEqualTo(journal.listAbout(unit))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.sequence()).isEqualTo(1);
                    assertThat(entry.at()).isEqualTo(TestClock.START);
                    assertThat(entry.payload()).isEqualTo(Map.of("lines", 2L, "note", "ü \"quoted\""));
                });
        assertThat(journal.verify().firstBroken()).isNull();
    }

    @Test
    void anEntryOfARolledBackTransactionIsNotKept() {
        UUID order = ids.next();
        transaction.executeWithoutResult(status -> {
            journal.record(accepted(factory(), order));
            status.setRollbackOnly();
        });
        assertThat(journal.listAbout(order)).isEmpty();
    }

    @Test
    void recordingOutsideOfATransactionIsRefused() {
        assertThatThrownBy(() -> journal.record(accepted(factory(), ids.next())))
                .hasMessageContaining("OrderAccepted was to be recorded outside of a transaction");
    }
}
