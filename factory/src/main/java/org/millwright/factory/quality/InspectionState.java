package org.millwright.factory.quality;

/** Where an inspection stands. */
public enum InspectionState {
    OPEN,
    PASSED,
    FAILED
}
