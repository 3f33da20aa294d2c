package org.millwright.factory.planning.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.planning.OperationId;

/**
 * A copy of the plan as it would be now.
 *
 * @param times of every operation on the copy
 * @param digest of what it would lead to; whoever adopts it says what they saw
 */
public record ScenarioView(Scenario scenario, Consequences consequences, Map<OperationId, Times> times, String digest) {
    public ScenarioView {
        times = Map.copyOf(times);
    }

    /** Where an operation stands on the copy. */
    public record Times(
            @Nullable MachineId machine, @Nullable PersonId person, Instant start, Instant end) {}

    /** Bars that stand elsewhere than in the plan in force. */
    public List<BarShift> shifts() {
        return consequences.shifts();
    }
}
