package org.millwright.factory.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one endpoint.
 *
 * @param event what happened; the same for every endpoint and every attempt
 * @param body what is sent, JSON
 * @param attempts how often it was sent
 * @param nextAt when it is sent next, while it waits
 * @param lastStatus HTTP status of the last answer; null when there was none
 * @param lastFault why the last attempt failed; null when it did not
 */
public record Delivery(
        UUID id,
        UUID endpoint,
        UUID event,
        HookType type,
        String body,
        State state,
        int attempts,
        Instant nextAt,
        Instant createdAt,
        @Nullable Instant deliveredAt,
        @Nullable Integer lastStatus,
        @Nullable String lastFault) {
    /** What becomes of a message. */
    public enum State {
        WAITING,
        DELIVERED,
        /** After the last attempt; it can be sent anew by hand. */
        GIVEN_UP
    }
}
