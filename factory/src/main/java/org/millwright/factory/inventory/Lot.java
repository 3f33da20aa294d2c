package org.millwright.factory.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.inventory.sheet.PieceOutline;
import org.millwright.factory.inventory.sheet.Remnant;
import org.millwright.factory.platform.identity.FactoryId;

/**
 * Material of one kind that came at one time from one place.
 *
 * @param lotNumber the supplier's or the factory's own, unique in the factory
 * @param onHand what is physically there: mg of a spool, mm² of sheets and remnants
 * @param reserved the part of {@code onHand} that is promised to work
 * @param widthMm of each piece; null for spools
 * @param heightMm of each piece; null for spools
 * @param pieces whole pieces on hand; 1 for a spool with anything on it
 * @param outline of a remnant that is no rectangle
 * @param parent the lot a remnant was cut from
 */
public record Lot(
        LotId id,
        FactoryId factory,
        String materialId,
        String lotNumber,
        LotKind kind,
        LotState state,
        long onHand,
        long reserved,
        @Nullable Double widthMm,
        @Nullable Double heightMm,
        @Nullable PieceOutline outline,
        int pieces,
        String supplier,
        Instant receivedAt,
        @Nullable LotId parent) {
    /** What one whole piece is counted as, in mm²; 0 for spools. */
    public long pieceMm2() {
        return widthMm == null || heightMm == null ? 0 : new Remnant(widthMm, heightMm, outline).areaMm2();
    }

    /** What may still be reserved. */
    public long available() {
        return state == LotState.AVAILABLE ? onHand - reserved : 0;
    }
}
