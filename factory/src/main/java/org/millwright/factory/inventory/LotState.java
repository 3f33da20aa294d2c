package org.millwright.factory.inventory;

/** Whether a lot may be used. */
public enum LotState {
    AVAILABLE,
    /** Held back: it cannot be reserved, and what was reserved before must not be started. */
    QUARANTINED,
    EMPTY
}
