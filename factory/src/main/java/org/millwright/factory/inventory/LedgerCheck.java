package org.millwright.factory.inventory;

import java.util.List;

/**
 * What recounting the ledger from its postings gave.
 *
 * @param faults in words; empty when everything adds up
 */
public record LedgerCheck(long movements, long postings, List<String> faults) {
    public LedgerCheck {
        faults = List.copyOf(faults);
    }

    public boolean balanced() {
        return faults.isEmpty();
    }
}
