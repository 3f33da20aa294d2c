package org.millwright.factory.platform.journal;

import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.journal.JournalStore.Head;
import org.millwright.factory.platform.journal.JournalVerification.BrokenLink;

/** One pass over the whole journal, in pages, so that its length does not matter. */
final class JournalVerifier {
    private static final int PAGE = 1000;

    private final JournalStore store;
    private long entries;

    JournalVerifier(JournalStore store) {
        this.store = store;
    }

    JournalVerification verify() {
        int factories = 0;
        for (var chain : store.listHeads().entrySet()) {
            factories++;
            BrokenLink broken = firstBroken(chain.getKey(), chain.getValue());
            if (broken != null) {
                return new JournalVerification(factories, entries, broken);
            }
        }
        return new JournalVerification(factories, entries, null);
    }

    private @Nullable BrokenLink firstBroken(FactoryId factory, Head head) {
        long sequence = 0;
        String hash = EntryHash.BEFORE_FIRST;
        // Entries after the head read here were written meanwhile; the next verification sees them.
        while (sequence < head.sequence() || head.hash().isEmpty()) {
            var page = store.listAfter(factory, sequence, PAGE);
            for (StoredRow row : page) {
                String wrong = wrong(row, sequence + 1, hash);
                if (wrong != null) {
                    return new BrokenLink(factory, sequence + 1, wrong);
                }
                entries++;
                sequence = row.entry().sequence();
                hash = row.entry().hash();
                if (sequence == head.sequence()) {
                    break;
                }
            }
            if (page.isEmpty()) {
                return new BrokenLink(factory, sequence + 1, "the entry is missing at the end of the chain");
            }
        }
        return hash.equals(head.hash())
                ? null
                : new BrokenLink(factory, sequence, "the chain's head names another hash than its last entry");
    }

    private static @Nullable String wrong(StoredRow row, long expectedSequence, String previousHash) {
        StoredEntry entry = row.entry();
        if (entry.sequence() != expectedSequence) {
            return "the entry is missing; the next one there is " + entry.sequence();
        }
        if (!entry.previousHash().equals(previousHash)) {
            return "the entry names another hash than that of the entry before it";
        }
        String hash = EntryHash.of(
                entry.factory(),
                entry.sequence(),
                entry.at(),
                entry.recordedAt(),
                entry.actor(),
                entry.type(),
                entry.subjectKind(),
                entry.subject(),
                entry.cause(),
                entry.refs(),
                row.payloadText(),
                entry.previousHash());
        return hash.equals(entry.hash()) ? null : "the content of the entry does not match its hash";
    }
}
