package org.millwright.scheduling.model;

import org.jspecify.annotations.Nullable;

/**
 * Where and when one operation happens. {@code setupStartS <= runStartS <= runEndS <= unloadStartS <= endS}; phases of
 * no length have equal bounds. The machine is occupied in {@code [setupStartS, endS)}.
 *
 * @param machineId null for bench work
 * @param setupPersonId who sets up, and stays when the run is attended; null when nobody is needed
 * @param unloadPersonId who unloads; null when nobody is needed
 */
public record Assignment(
        String operationId,
        @Nullable String machineId,
        @Nullable String setupPersonId,
        @Nullable String unloadPersonId,
        long setupStartS,
        long runStartS,
        long runEndS,
        long unloadStartS,
        long endS) {
    public Assignment {
        if (setupStartS > runStartS || runStartS > runEndS || runEndS > unloadStartS || unloadStartS > endS) {
            throw new IllegalArgumentException(
                    "Assignment of operation %s runs backwards: setup %d, run %d..%d, unload %d..%d."
                            .formatted(operationId, setupStartS, runStartS, runEndS, unloadStartS, endS));
        }
    }

    /** Until when the person of the setup is bound. */
    public long attendedUntilS(boolean runAttended) {
        return runAttended ? runEndS : runStartS;
    }
}
