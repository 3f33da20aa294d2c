package org.millwright.factory.platform.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.millwright.factory.platform.live.Changes;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The entries of one transaction. They are written just before its commit, so that the lock on the chain's head is
 * the last one taken and held shortest: transactions can never wait for each other in a ring because of the journal.
 */
final class JournalBuffer implements TransactionSynchronization {
    private final JournalStore store;
    private final Changes changes;
    private final List<PendingEntry> entries = new ArrayList<>();
    private final Deque<Savepoint> savepoints = new ArrayDeque<>();

    private JournalBuffer(JournalStore store, Changes changes) {
        this.store = store;
        this.changes = changes;
    }

    private record Savepoint(Object savepoint, int size) {}

    /** The buffer of the current transaction. A suspended transaction keeps its own. */
    static JournalBuffer ofTransaction(JournalStore store, Changes changes) {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof JournalBuffer buffer) {
                return buffer;
            }
        }
        var buffer = new JournalBuffer(store, changes);
        TransactionSynchronizationManager.registerSynchronization(buffer);
        return buffer;
    }

    /** Whether the current transaction has recorded something that is still to be written. */
    static boolean anyPending() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.getSynchronizations().stream()
                        .anyMatch(synchronization ->
                                synchronization instanceof JournalBuffer buffer && !buffer.entries.isEmpty());
    }

    void add(PendingEntry entry) {
        entries.add(entry);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        if (!entries.isEmpty()) {
            store.append(entries);
        }
    }

    @Override
    public void afterCommit() {
        changes.announce(entries.stream()
                .map(pending -> pending.entry().subjectKind())
                .distinct()
                .toList());
    }

    @Override
    public void savepoint(Object savepoint) {
        savepoints.push(new Savepoint(savepoint, entries.size()));
    }

    @Override
    public void savepointRollback(Object savepoint) {
        while (!savepoints.isEmpty()) {
            Savepoint last = savepoints.pop();
            entries.subList(last.size(), entries.size()).clear();
            if (last.savepoint().equals(savepoint)) {
                savepoints.push(last);
                return;
            }
        }
        // The savepoint is older than this buffer, so everything in it happened after it.
        entries.clear();
    }
}
