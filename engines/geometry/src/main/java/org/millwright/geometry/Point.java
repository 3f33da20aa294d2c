package org.millwright.geometry;

/** A place in space, in millimetres; {@code z} is 0 on outlines. */
public record Point(double x, double y, double z) {
    public static Point flat(double x, double y) {
        return new Point(x, y, 0);
    }
}
