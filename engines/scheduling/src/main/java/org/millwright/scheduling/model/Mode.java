package org.millwright.scheduling.model;

import org.jspecify.annotations.Nullable;

/**
 * One way of doing an operation.
 *
 * @param machineId the machine it occupies, or null for bench work
 * @param runS time of the run on it, without setup and unload
 * @param load how much of a batching machine's capacity it takes: area, volume or pieces, in the machine's own unit
 */
public record Mode(@Nullable String machineId, long runS, int load) {
    /** A mode whose load does not matter. */
    public Mode(@Nullable String machineId, long runS) {
        this(machineId, runS, 1);
    }

    public static Mode on(String machineId, long runS) {
        return new Mode(machineId, runS);
    }

    public static Mode bench(long runS) {
        return new Mode(null, runS);
    }
}
