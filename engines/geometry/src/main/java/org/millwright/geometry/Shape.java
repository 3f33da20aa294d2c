package org.millwright.geometry;

/** What a design file holds: a solid described by triangles, or a flat outline to be cut. Lengths are millimetres. */
public sealed interface Shape permits Mesh, Outline {
    /** The smallest axis-parallel box around the shape; an outline has no height. */
    Bounds bounds();

    /** The same shape with every length multiplied, for instance by {@link LengthUnit#mm()}. */
    Shape scaled(double factor);
}
