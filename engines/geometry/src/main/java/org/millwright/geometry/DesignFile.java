package org.millwright.geometry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A design file as it was read: coordinates are still in the file's own unit.
 *
 * @param format {@code stl}, {@code obj}, {@code 3mf}, {@code step}, {@code dxf} or {@code svg}
 * @param declaredUnit what the file says; null when its format cannot say it or it does not
 * @param likelyUnit our guess from the size of the part; equal to {@code declaredUnit} when there is one
 * @param remarks what was noticed while the file was read and cannot be seen in the shape, for instance a wrong facet
 *     count; those of drawings are in {@link Outline#remarks()}
 */
public record DesignFile(
        String format, @Nullable LengthUnit declaredUnit, LengthUnit likelyUnit, Shape shape, List<Finding> remarks) {
    public DesignFile {
        remarks = List.copyOf(remarks);
    }

    public DesignFile(String format, @Nullable LengthUnit declaredUnit, LengthUnit likelyUnit, Shape shape) {
        this(format, declaredUnit, likelyUnit, shape, List.of());
    }

    /** The shape in millimetres under the given unit. */
    public Shape inMillimetres(LengthUnit unit) {
        return unit == LengthUnit.MILLIMETRE ? shape : shape.scaled(unit.mm());
    }
}
