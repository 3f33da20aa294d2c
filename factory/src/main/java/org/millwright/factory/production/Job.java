package org.millwright.factory.production;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.machines.JobToken;

/**
 * One dispatch of a build to a machine.
 *
 * @param token fences the dispatch: the machine starts it at most once
 * @param progress 0 to 1, as last reported by the machine
 * @param consumed what really ran, as last reported by the machine, by name with the unit in the name
 * @param fault why it was interrupted or aborted
 */
public record Job(
        JobId id,
        BuildId build,
        MachineId machine,
        JobToken token,
        JobState state,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        double progress,
        Map<String, Double> consumed,
        @Nullable String fault) {
    public Job {
        consumed = Map.copyOf(consumed);
    }
}
