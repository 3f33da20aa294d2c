package org.millwright.factory.planning.batching;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.inventory.sheet.PieceOutline;

/**
 * Something units can be laid out on: a plate, which comes back empty each time, or sheets and remnants of one size.
 *
 * @param lot the sheets' lot; null for a plate
 * @param pieces how many there are; a plate has no end of them
 * @param outline of a remnant that is no rectangle
 */
public record Stock(
        @Nullable UUID lot,
        double widthMm,
        double heightMm,
        int pieces,
        boolean remnant,
        @Nullable PieceOutline outline) {
    /** Nothing on the shelf. */
    public static final Stock NONE = new Stock(null, 0, 0, 0, false);

    /** A rectangle. */
    public Stock(@Nullable UUID lot, double widthMm, double heightMm, int pieces, boolean remnant) {
        this(lot, widthMm, heightMm, pieces, remnant, null);
    }

    public static Stock plate(double widthMm, double heightMm) {
        return new Stock(null, widthMm, heightMm, Integer.MAX_VALUE, false);
    }

    /** The same piece turned by a quarter. */
    public Stock turned() {
        return new Stock(
                lot,
                /* widthMm= */ heightMm,
                /* heightMm= */ widthMm,
                pieces,
                remnant,
                outline == null ? null : outline.turned());
    }

    public Stock with(int otherPieces) {
        return new Stock(lot, widthMm, heightMm, otherPieces, remnant, outline);
    }

    public double areaMm2() {
        return outline == null ? widthMm * heightMm : outline.areaMm2();
    }
}
