package org.millwright.geometry;

/** A unit of length that design files use, with its size in millimetres. */
public enum LengthUnit {
    MICRON(0.001),
    MILLIMETRE(1),
    CENTIMETRE(10),
    INCH(25.4),
    FOOT(304.8),
    METRE(1000);

    private final double mm;

    LengthUnit(double mm) {
        this.mm = mm;
    }

    /** How many millimetres one of this unit is. */
    public double mm() {
        return mm;
    }
}
