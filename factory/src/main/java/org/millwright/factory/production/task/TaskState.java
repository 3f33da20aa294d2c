package org.millwright.factory.production.task;

/** The life of a task. */
public enum TaskState {
    OPEN,
    STARTED,
    DONE,
    CANCELLED;

    /** Whether somebody still has to do something about it. */
    public boolean isLive() {
        return this == OPEN || this == STARTED;
    }
}
