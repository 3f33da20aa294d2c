package org.millwright.factory.inventory;

/** The rectangle of a sheet that goes back to stock. */
public record Remnant(double widthMm, double heightMm) {
    public Remnant {
        if (!(widthMm >= 1) || !(heightMm >= 1) || widthMm > 100_000 || heightMm > 100_000) {
            throw new IllegalArgumentException(
                    "A remnant is 1 mm to 100 m long each way, got %s mm × %s mm.".formatted(widthMm, heightMm));
        }
    }

    /** Area in whole mm², as the ledger counts it. */
    public long areaMm2() {
        return Math.round(widthMm * heightMm);
    }
}
