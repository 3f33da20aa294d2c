package org.millwright.machines;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a machine knows of one job.
 *
 * @param programSha256 hash of the program it stored; null when it knows nothing
 * @param progress 0 to 1
 * @param consumed what really ran so far, by name with the unit in the name: {@code runS}, {@code filamentMm},
 *     {@code cutLengthMm}, {@code pierces}, {@code energyWh}
 * @param fault code and text when the job ended by a fault
 */
public record JobReport(
        JobToken token,
        State state,
        @Nullable String programSha256,
        double progress,
        Map<String, Double> consumed,
        MachineState.@Nullable Alarm fault) {
    public JobReport {
        consumed = Map.copyOf(consumed);
    }

    /** OPC UA ISA-95 Job Control states, and {@code UNKNOWN} for a token the machine never saw. */
    public enum State {
        UNKNOWN,
        ALLOWED_TO_START,
        RUNNING,
        INTERRUPTED,
        ENDED,
        ABORTED
    }

    public static JobReport unknown(JobToken token) {
        return new JobReport(token, State.UNKNOWN, null, 0, Map.of(), null);
    }
}
