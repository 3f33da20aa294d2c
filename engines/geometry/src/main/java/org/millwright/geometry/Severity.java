package org.millwright.geometry;

/** How much a finding matters, mildest first. */
public enum Severity {
    /** Checked and in order. */
    GOOD,
    /** A person should look once. */
    REVIEW,
    /** Can be made, with a risk that is named. */
    WARNING,
    /** Cannot be made until it is changed. */
    BLOCKING
}
