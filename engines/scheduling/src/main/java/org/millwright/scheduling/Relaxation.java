package org.millwright.scheduling;

import org.jspecify.annotations.Nullable;

/**
 * Something a plan cannot meet, and the smallest step that would make this plan meet it.
 *
 * @param kind what would have to give
 * @param jobId the job concerned
 * @param operationId the operation concerned; null when the whole job is
 * @param resourceId the machine, person or skill concerned; null when none is
 * @param byS by how many seconds: a later date, or more time at a stretch; {@link Long#MAX_VALUE} when no amount helps
 */
public record Relaxation(
        Kind kind,
        String jobId,
        @Nullable String operationId,
        @Nullable String resourceId,
        long byS) {
    /** What would have to give. */
    public enum Kind {
        /** The hard deadline of the job would have to be later. */
        LATER_DEADLINE,
        /** The due date of the job would have to be later. */
        LATER_DUE_DATE,
        /** A longer wait would have to be allowed between two operations. */
        LONGER_WAIT,
        /** The machine would have to be open or up for longer at a stretch. */
        LONGER_OPENING,
        /** Somebody with the skill would have to be there, or for longer at a stretch. */
        MORE_PEOPLE,
        /** A pinned operation that comes after it would have to start later. */
        LATER_PIN,
        /** Its predecessor would have to find a place first. */
        PREDECESSOR
    }
}
