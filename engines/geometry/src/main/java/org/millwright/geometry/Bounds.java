package org.millwright.geometry;

/** An axis-parallel box in millimetres; {@code min} never exceeds {@code max}. */
public record Bounds(Point min, Point max) {
    public double sizeX() {
        return max.x() - min.x();
    }

    public double sizeY() {
        return max.y() - min.y();
    }

    public double sizeZ() {
        return max.z() - min.z();
    }
}
