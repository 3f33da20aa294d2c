package org.millwright.scheduling.model;

/** How far an operation has left the planner's hands. Anything but {@link #FREE} needs a fixed assignment. */
public enum Lock {
    FREE,
    /** Somebody decided when and where; the planner plans around it. */
    PINNED,
    RUNNING,
    DONE
}
