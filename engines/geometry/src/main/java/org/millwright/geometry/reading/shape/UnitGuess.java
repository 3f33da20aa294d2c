package org.millwright.geometry.reading.shape;

import org.millwright.geometry.Bounds;
import org.millwright.geometry.LengthUnit;

/**
 * Guesses the unit of a file that does not name one, from the longest side of its bounding box alone:
 *
 * <ul>
 *   <li>below 0.5: metres (as millimetres the part would be smaller than a grain of sand);
 *   <li>from 0.5 to below 8: inches (12.7 mm to 203 mm, the usual size of a part; as millimetres it would be a crumb);
 *   <li>from 8 to 10 000: millimetres;
 *   <li>above: micrometres (as millimetres it would be longer than a truck).
 * </ul>
 *
 * <p>It is a guess to be confirmed by a person, never a conversion done silently.
 */
public final class UnitGuess {
    private UnitGuess() {}

    public static LengthUnit of(Bounds bounds) {
        return of(Math.max(bounds.sizeX(), Math.max(bounds.sizeY(), bounds.sizeZ())));
    }

    public static LengthUnit of(double longestSide) {
        if (longestSide < 0.5) {
            return LengthUnit.METRE;
        }
        if (longestSide < 8) {
            return LengthUnit.INCH;
        }
        return longestSide <= 10_000 ? LengthUnit.MILLIMETRE : LengthUnit.MICRON;
    }
}
