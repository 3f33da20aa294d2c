package org.millwright.factory.planning.build;

/** How far a build is. */
public enum BuildState {
    PLANNED,
    /** The machine is made ready for it. */
    PREPARED,
    RUNNING,
    RUN_ENDED,
    /** Its units are off the machine. */
    REMOVED,
    FAILED,
    CANCELLED;

    /** Whether it needs nothing more from a machine. */
    public boolean over() {
        return this == REMOVED || this == FAILED || this == CANCELLED;
    }
}
