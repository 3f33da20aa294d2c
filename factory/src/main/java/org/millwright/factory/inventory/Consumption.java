package org.millwright.factory.inventory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Material that was used up.
 *
 * @param used mg or mm² that went into the work
 * @param wasted mm² of a sheet that were neither used nor kept; 0 for spools
 * @param unbooked the part of {@code used} that the books did not have: the spool held more than they said
 * @param massG mass of {@code used} and {@code wasted} together
 * @param remnant the lot that the rest of a sheet became
 */
public record Consumption(
        UUID reference,
        LotId lot,
        long used,
        long wasted,
        long unbooked,
        double massG,
        @Nullable LotId remnant) {}
