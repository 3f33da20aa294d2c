package org.millwright.geometry;

import org.jspecify.annotations.Nullable;

/**
 * A design file as it was read: coordinates are still in the file's own unit.
 *
 * @param format {@code stl}, {@code 3mf}, {@code dxf} or {@code svg}
 * @param declaredUnit what the file says; null when its format cannot say it or it does not
 * @param likelyUnit our guess from the size of the part; equal to {@code declaredUnit} when there is one
 */
public record DesignFile(String format, @Nullable LengthUnit declaredUnit, LengthUnit likelyUnit, Shape shape) {
    /** The shape in millimetres under the given unit. */
    public Shape inMillimetres(LengthUnit unit) {
        return unit == LengthUnit.MILLIMETRE ? shape : shape.scaled(unit.mm());
    }
}
