package org.millwright.scheduling.model;

import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.model.resource.WorkCalendar;

/**
 * Why something does not start earlier.
 *
 * @param resourceId the machine or, for people, the skill or person concerned; null when none is
 * @param operationId the other operation that is in the way; null when none is
 * @param untilS when this reason stops holding; {@link WorkCalendar#NEVER} when it does not
 */
public record BindingReason(
        Kind kind, @Nullable String resourceId, @Nullable String operationId, long untilS) {
    /** What kind of thing is in the way. */
    public enum Kind {
        /** The plan begins now. */
        NOW,
        JOB_RELEASE,
        MATERIAL_RELEASE,
        PREDECESSOR,
        /** A predecessor could not be planned either. */
        PREDECESSOR_UNPLANNED,
        /** It must follow another operation within a maximum time, which no free time allows. */
        MAXIMUM_LAG,
        /** A fixed successor begins too early for it. */
        FIXED_SUCCESSOR,
        MACHINE_BUSY,
        /** The machine is closed or down, or not open for long enough at a stretch. */
        MACHINE_CLOSED,
        /** Everybody qualified is busy, off shift or absent. */
        PERSON_NOT_AVAILABLE
    }
}
