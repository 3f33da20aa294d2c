package org.millwright.factory.platform.journal;

/** A stored entry together with the exact text of its payload, which the hash covers. */
record StoredRow(StoredEntry entry, String payloadText) {}
