package org.millwright.factory.planning.batching;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something units can be laid out on: a plate, which comes back empty each time, or sheets and remnants of one size.
 *
 * @param lot the sheets' lot; null for a plate
 * @param pieces how many there are; a plate has no end of them
 */
public record Stock(@Nullable UUID lot, double widthMm, double heightMm, int pieces, boolean remnant) {
    /** Nothing on the shelf. */
    public static final Stock NONE = new Stock(null, 0, 0, 0, false);

    public static Stock plate(double widthMm, double heightMm) {
        return new Stock(null, widthMm, heightMm, Integer.MAX_VALUE, false);
    }

    /** The same piece with its sides exchanged. */
    public Stock turned() {
        return new Stock(lot, /* widthMm= */ heightMm, /* heightMm= */ widthMm, pieces, remnant);
    }

    public Stock with(int otherPieces) {
        return new Stock(lot, widthMm, heightMm, otherPieces, remnant);
    }

    public double areaMm2() {
        return widthMm * heightMm;
    }
}
