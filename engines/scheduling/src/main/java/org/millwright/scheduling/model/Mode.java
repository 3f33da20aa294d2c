package org.millwright.scheduling.model;

import org.jspecify.annotations.Nullable;

/**
 * One way of doing an operation.
 *
 * @param machineId the machine it occupies, or null for bench work
 * @param runS time of the run on it, without setup and unload
 */
public record Mode(@Nullable String machineId, long runS) {
    public static Mode on(String machineId, long runS) {
        return new Mode(machineId, runS);
    }

    public static Mode bench(long runS) {
        return new Mode(null, runS);
    }
}
