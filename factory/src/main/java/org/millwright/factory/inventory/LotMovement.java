package org.millwright.factory.inventory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One booking on a lot. Quantities are mg of filament and mm² of sheets.
 *
 * @param type {@code RECEIVE RESERVE RELEASE CONSUME ADJUST}
 * @param reference what it was for: the build of a reservation or consumption
 * @param onHand change of what is physically there
 * @param reserved change of what is promised
 * @param balance what was physically there after it
 * @param reason why a count was corrected; null for other bookings
 */
public record LotMovement(
        Instant at,
        String type,
        UUID reference,
        String actor,
        boolean simulated,
        long onHand,
        long reserved,
        long balance,
        @Nullable String reason) {}
