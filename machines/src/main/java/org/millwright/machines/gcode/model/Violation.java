package org.millwright.machines.gcode.model;

/**
 * Something in a program that the machine could not or should not do.
 *
 * @param kind for deciding; the message is for people
 * @param line 1 for the first line of the file
 */
public record Violation(Kind kind, int line, String message) {
    public enum Kind {
        OUTSIDE_ENVELOPE,
        FEED_ABOVE_LIMIT,
        COLD_EXTRUSION,
        HEATER_ABOVE_LIMIT,
        LASER_ON_DURING_RAPID,
        LASER_LEFT_ON,
        UNITS_MISSING,
        FEED_MISSING,
        NOT_ENDED,
        UNKNOWN_CODE,
        MALFORMED,
        CHECKSUM_WRONG,
        ARC_IMPOSSIBLE,
        NEEDS_A_PERSON
    }
}
