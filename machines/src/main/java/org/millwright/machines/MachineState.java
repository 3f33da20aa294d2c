package org.millwright.machines;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a machine is doing.
 *
 * @param job the token of the job on it, while one is stored, running or not yet cleared away
 * @param progress 0 to 1 of the running job
 * @param remainingS expected machine seconds left of the running job; null when unknown
 * @param bedClear whether the machine holds its bed to be empty
 * @param readings temperatures and positions by name with the unit in the name, for instance {@code nozzleC}
 * @param alarm what is wrong, when execution is {@code STOPPED} by a fault
 */
public record MachineState(
        Availability availability,
        Execution execution,
        @Nullable JobToken job,
        double progress,
        @Nullable Double remainingS,
        boolean bedClear,
        Map<String, Double> readings,
        @Nullable Alarm alarm) {
    public MachineState {
        readings = Map.copyOf(readings);
    }

    /** The state of a machine that does not answer. */
    public static MachineState unavailable() {
        return new MachineState(Availability.UNAVAILABLE, Execution.READY, null, 0, null, false, Map.of(), null);
    }

    /** MTConnect AVAILABILITY. */
    public enum Availability {
        AVAILABLE,
        UNAVAILABLE
    }

    /** MTConnect EXECUTION, the values in use. */
    public enum Execution {
        READY,
        ACTIVE,
        FEED_HOLD,
        INTERRUPTED,
        STOPPED,
        PROGRAM_COMPLETED
    }

    /** A fault with the machine's own code. */
    public record Alarm(String code, String text) {}
}
