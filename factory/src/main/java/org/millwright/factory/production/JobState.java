package org.millwright.factory.production;

/** The life of a job. States up to {@code RUNNING} are active: they occupy the machine, and there is at most one per machine. */
public enum JobState {
    /** Intended; the machine may or may not have the program yet. */
    CREATED,
    /** The machine holds the program. */
    STORED,
    /** The start is intended; the machine may or may not have begun. */
    STARTING,
    /** The machine says that it runs, or it ran when it was last heard. */
    RUNNING,
    /** The program ran to its end. */
    ENDED,
    /** A fault ended the run, or the machine cannot say what became of it. */
    INTERRUPTED,
    /** A person stopped it, or the machine never took it. */
    ABORTED;

    /** Whether the job still occupies its machine. */
    public boolean isActive() {
        return this == CREATED || this == STORED || this == STARTING || this == RUNNING;
    }
}
