package org.millwright.scheduling.model.resource;

/** What a resource is to the planner. */
public enum ResourceKind {
    /** Equipment that an operation occupies from the start of its setup until it is unloaded. */
    MACHINE,
    /** Somebody whose skills qualify them for attended phases. */
    PERSON,
    /** A bench, an oven, a rack: occupied like a machine. */
    OTHER
}
