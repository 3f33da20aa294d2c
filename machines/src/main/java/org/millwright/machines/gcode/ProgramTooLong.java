package org.millwright.machines.gcode;

/** A program has more moves than a machine of ours can hold. */
public final class ProgramTooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProgramTooLong(int line, int limit) {
        super("The program has more than %d moves (reached in line %d). Maybe a coarser resolution, or split it."
                .formatted(limit, line));
    }
}
