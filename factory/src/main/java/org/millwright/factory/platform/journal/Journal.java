package org.millwright.factory.platform.journal;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.live.Changes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The append-only record of what happened, one hash-chained list per factory. An entry is written in the transaction
 * of what it records, as its last step, so that either both are kept or neither.
 */
@Component
public class Journal {
    private final JournalStore store;
    private final InstantSource clock;
    private final Changes changes;

    Journal(JournalStore store, InstantSource clock, Changes changes) {
        this.store = store;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * Records an entry when the surrounding transaction commits. Its time is now; its payload is read now.
     *
     * @throws IllegalStateException outside of a transaction
     * @throws IllegalArgumentException when a payload value has no canonical form
     */
    public void record(JournalEntry entry) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException(
                    "%s was to be recorded outside of a transaction.%nMaybe annotate the caller with @Transactional."
                            .formatted(entry.type()));
        }
        JournalBuffer.ofTransaction(store, changes)
                .add(new PendingEntry(
                        entry,
                        CanonicalJson.write(entry.payload()),
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    /**
     * How many entries the factory's chain has: as long as it stays, nothing that is recorded has changed. Empty while
     * the surrounding transaction has recorded something that is not in the chain yet.
     */
    public OptionalLong findLength(FactoryId factory) {
        return JournalBuffer.anyPending() ? OptionalLong.empty() : OptionalLong.of(store.length(factory));
    }

    /** All entries whose subject is this thing, or that refer to it, oldest first within each factory. */
    public List<StoredEntry> listAbout(UUID subjectOrRef) {
        return store.listAbout(subjectOrRef);
    }

    /**
     * The latest entries about any of these things, newest first.
     *
     * @param limit largest number of entries given
     */
    public List<StoredEntry> listLatestAbout(Collection<UUID> subjectsOrRefs, int limit) {
        return store.listLatestAbout(subjectsOrRefs, limit);
    }

    /**
     * The entries of a factory that follow a place in its chain.
     *
     * @param sequence 0 to start at the beginning
     * @param limit largest number of entries given
     */
    public List<StoredEntry> listAfter(FactoryId factory, long sequence, int limit) {
        return store.listAfter(factory, sequence, limit).stream()
                .map(StoredRow::entry)
                .toList();
    }

    /** Recomputes the whole chain of every factory, up to the first broken link. */
    public JournalVerification verify() {
        return new JournalVerifier(store).verify();
    }
}
