package org.millwright.factory.inventory.sheet;

import org.jspecify.annotations.Nullable;

/**
 * The piece of a sheet that goes back to stock.
 *
 * @param widthMm of the box around it
 * @param heightMm of the box around it
 * @param outline null when it is a rectangle
 */
public record Remnant(
        double widthMm, double heightMm, @Nullable PieceOutline outline) {
    public Remnant {
        if (!(widthMm >= 1) || !(heightMm >= 1) || widthMm > 100_000 || heightMm > 100_000) {
            throw new IllegalArgumentException(
                    "A remnant is 1 mm to 100 m long each way, got %s mm × %s mm.".formatted(widthMm, heightMm));
        }
    }

    /** A rectangle. */
    public Remnant(double widthMm, double heightMm) {
        this(widthMm, heightMm, null);
    }

    public static Remnant of(PieceOutline outline) {
        return new Remnant(outline.widthMm(), outline.heightMm(), outline);
    }

    /** Area in whole mm², as the ledger counts it. */
    public long areaMm2() {
        return Math.round(outline == null ? widthMm * heightMm : outline.areaMm2());
    }
}
