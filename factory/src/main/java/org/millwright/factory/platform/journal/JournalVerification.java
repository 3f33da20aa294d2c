package org.millwright.factory.platform.journal;

import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.identity.FactoryId;

/**
 * The result of recomputing every hash of the journal.
 *
 * @param factories chains read
 * @param entries entries read until the end or the first broken link
 * @param firstBroken where the record was altered; absent when it is intact
 */
public record JournalVerification(
        int factories, long entries, @Nullable BrokenLink firstBroken) {
    public boolean intact() {
        return firstBroken == null;
    }

    /**
     * A place where the chain does not hold.
     *
     * @param what in words what is wrong there
     */
    public record BrokenLink(FactoryId factory, long sequence, String what) {}
}
