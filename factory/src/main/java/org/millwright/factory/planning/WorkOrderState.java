package org.millwright.factory.planning;

/** How far a work order is. */
public enum WorkOrderState {
    /** Accepted; at least one unit waits for its plate or sheet. */
    CREATED,
    /** Every unit has its place, nothing has begun. */
    PLANNED,
    IN_WORK,
    /** Packed, or nothing is left to be done for it. */
    DONE,
    CANCELLED;

    /** Whether nothing happens to it any more. */
    public boolean over() {
        return this == DONE || this == CANCELLED;
    }
}
