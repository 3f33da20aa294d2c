package org.millwright.factory.planning;

/** How far an operation is. */
public enum OperationState {
    PLANNED,
    STARTED,
    DONE,
    FAILED,
    CANCELLED;

    /** Whether it still takes time on the timetable. */
    public boolean live() {
        return this == PLANNED || this == STARTED;
    }
}
