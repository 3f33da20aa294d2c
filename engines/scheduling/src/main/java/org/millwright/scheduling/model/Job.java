package org.millwright.scheduling.model;

import org.jspecify.annotations.Nullable;

/**
 * What a customer waits for: the operations that carry its id. It is complete when the last of them ends.
 *
 * @param releaseS no operation starts earlier
 * @param dueS promised completion; later is tardy
 * @param weight cost of one second of tardiness, at least 0
 * @param deadlineS completion that must not be missed, or null
 */
public record Job(
        String id,
        long releaseS,
        long dueS,
        int weight,
        @Nullable Long deadlineS) {
    public static Job due(String id, long dueS) {
        return new Job(id, Long.MIN_VALUE / 4, dueS, 1, null);
    }
}
