package org.millwright.factory.production.task;

import java.util.Map;
import org.millwright.factory.planning.unit.UnitId;

/**
 * What came out of a task.
 *
 * @param good how many units are good; 0 for tasks that touch no units
 * @param scrapped units that are lost, each with the reason
 */
public record TaskResult(int good, Map<UnitId, String> scrapped) {
    /** The result of a task in which nothing was lost and nobody counted. */
    public static final TaskResult ALL_GOOD = new TaskResult(0, Map.of());

    public TaskResult {
        scrapped = Map.copyOf(scrapped);
        if (good < 0) {
            throw new IllegalArgumentException("The number of good units is 0 or more, got %d.".formatted(good));
        }
        scrapped.forEach((unit, reason) -> {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("Unit %s needs a reason why it is scrapped.".formatted(unit));
            }
        });
    }
}
