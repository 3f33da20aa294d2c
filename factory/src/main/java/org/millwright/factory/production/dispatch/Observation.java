package org.millwright.factory.production.dispatch;

import org.jspecify.annotations.Nullable;
import org.millwright.machines.JobReport;
import org.millwright.machines.MachineState;
import org.millwright.machines.MachineState.Availability;

/**
 * What a machine answered in this round.
 *
 * @param report what it knows of the job that is active on it; null when there is none, or when it did not answer
 */
public record Observation(MachineState state, @Nullable JobReport report) {
    /** The observation of a machine that gave no answer in time. */
    public static Observation none() {
        return new Observation(MachineState.unavailable(), null);
    }

    public boolean isAvailable() {
        return state.availability() == Availability.AVAILABLE;
    }
}
