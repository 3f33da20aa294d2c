package org.millwright.factory.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.journal.JournalVerification.BrokenLink;
import org.millwright.factory.testing.FactoryTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody with every right on the database alters the record; each alteration is found and named. */
@FactoryTest
class JournalTamperingTest {
    private static final int ENTRIES = 5;

    @Autowired
    Journal journal;

    @Autowired
    Ids ids;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    FactoryId factory;

    @BeforeEach
    void recordFiveEntries() {
        factory = new FactoryId(ids.next());
        for (int i = 1; i <= ENTRIES; i++) {
            var payload = Map.<String, Object>of("step", i);
            transaction.executeWithoutResult(status -> journal.record(
                    new JournalEntry(factory, Actor.system(), "StepTaken", "order", ids.next(), null, payload)));
        }
        assertThat(journal.verify().intact()).isTrue();
    }

    @AfterEach
    void forgetTheDamage() {
        withoutTrigger("delete from platform.journal_entry where true");
        jdbc.sql("delete from platform.journal_head").update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update platform.journal_entry set payload = '{}'",
                "delete from platform.journal_entry",
                "truncate platform.journal_entry"
            })
    void theDatabaseRefusesToChangeTheRecord(String change) {
        assertThatThrownBy(() -> jdbc.sql(change).update())
                .hasMessageContaining("platform.journal_entry is append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload = '{\"step\":4}'",
                "at = at + interval '1 microsecond'",
                "recorded_at = recorded_at - interval '1 day'",
                "actor_name = 'Somebody'",
                "actor_simulated = true",
                "type = 'StepSkipped'",
                "subject = gen_random_uuid()",
                "cause = gen_random_uuid()",
                "ref_kinds = '{unit}', ref_ids = array[gen_random_uuid()]"
            })
    void anAlteredFieldIsFoundInItsEntry(String change) {
        withoutTrigger("update platform.journal_entry set " + change + " where sequence = 3");
        assertBrokenAt(3, "the content of the entry does not match its hash");
    }

    @Test
    void anAlteredEntryWithAFittingHashIsFoundAtTheNext() {
        withoutTrigger("update platform.journal_entry set hash = repeat('a', 64) where sequence = 3");
        assertBrokenAt(3, "does not match its hash");
    }

    @Test
    void aRemovedEntryIsFound() {
        withoutTrigger("delete from platform.journal_entry where sequence = 2");
        assertBrokenAt(2, "the entry is missing; the next one there is 3");
    }

    @Test
    void aCutOffEndIsFound() {
        withoutTrigger("delete from platform.journal_entry where sequence > 3");
        assertBrokenAt(4, "missing at the end");
    }

    @Test
    void aRemovedHeadIsFound() {
        jdbc.sql("delete from platform.journal_head").update();
        assertBrokenAt(6, "missing");
    }

    private void assertBrokenAt(long sequence, String what) {
        BrokenLink broken = journal.verify().firstBroken();
        assertThat(broken).isNotNull();
        assertThat(broken.factory()).isEqualTo(factory);
        assertThat(broken.sequence()).isEqualTo(sequence);
        assertThat(broken.what()).contains(what);
    }

    private void withoutTrigger(String change) {
        jdbc.sql("alter table platform.journal_entry disable trigger user").update();
        jdbc.sql(change + (change.contains("where true") ? "" : " and factory_id = :factory"))
                .param("factory", factory.value())
                .update();
        jdbc.sql("alter table platform.journal_entry enable trigger user").update();
    }
}
