package org.millwright.nesting.model;

/**
 * Material to place parts on: a sheet, a strip or a remnant.
 *
 * @param shape its outline; holes are places where there is no material
 * @param quantity how many alike are there
 * @param costMinor price of one, in minor units of any one currency
 * @param priority smaller is used first; remnants usually have the smallest
 */
public record Stock(String id, Polygon shape, int quantity, long costMinor, int priority) {
    /** A full rectangular sheet, used after remnants. */
    public static Stock sheet(String id, double widthMm, double heightMm, int quantity, long costMinor) {
        return new Stock(id, Polygon.rectangleMm(widthMm, heightMm), quantity, costMinor, 1);
    }

    /** A left-over piece, used before sheets. */
    public static Stock remnant(String id, Polygon shape) {
        return new Stock(id, shape, 1, 0, 0);
    }
}
