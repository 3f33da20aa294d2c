package org.millwright.factory.production.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.production.Job;

/**
 * A job with what the dispatcher alone needs to know.
 *
 * @param run the planned operation it carries out
 * @param person who prepared the machine
 * @param programSha256 hash of the program
 * @param refusals how often the machine refused it
 * @param notBefore when it may be tried again after a refusal
 * @param stopReason why a person wants it stopped; null when nobody does
 * @param begun whether the start was ever intended, so that something may lie on the machine
 * @param cleared whether people emptied the machine afterwards
 */
public record Dispatch(
        Job job,
        FactoryId factory,
        OperationId run,
        @Nullable PersonId person,
        String programSha256,
        int refusals,
        Instant notBefore,
        @Nullable String stopReason,
        boolean begun,
        boolean cleared) {
    /** Whether something may lie on the machine because of this job. */
    public boolean occupiesBed() {
        return begun && !cleared;
    }
}
