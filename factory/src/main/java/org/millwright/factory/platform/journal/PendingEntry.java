package org.millwright.factory.platform.journal;

import java.time.Instant;

/** An entry that waits for its transaction's commit. */
record PendingEntry(JournalEntry entry, String payload, Instant at) {}
