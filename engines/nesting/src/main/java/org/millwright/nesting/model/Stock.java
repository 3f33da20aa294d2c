package org.millwright.nesting.model;

import java.util.List;

/**
 * Material to place parts on: a sheet, a strip or a remnant.
 *
 * @param shape its outline; holes are places where there is no material
 * @param quantity how many alike are there
 * @param costMinor price of one, in minor units of any one currency
 * @param priority smaller is used first; remnants usually have the smallest
 * @param zones places of lesser quality
 */
public record Stock(String id, Polygon shape, int quantity, long costMinor, int priority, List<Zone> zones) {

    /**
     * A defect or a place of lesser quality; parts that need more than its quality keep off it.
     *
     * @param quality 0 for material that is not there at all
     */
    public record Zone(Polygon shape, int quality) {
        /** Whether a part that needs some quality must keep off a zone of another. */
        public static boolean isForbidden(int zoneQuality, int neededQuality) {
            return zoneQuality <= 0 || neededQuality > zoneQuality;
        }
    }

    public Stock {
        zones = List.copyOf(zones);
    }

    /** Stock of even quality. */
    public Stock(String id, Polygon shape, int quantity, long costMinor, int priority) {
        this(id, shape, quantity, costMinor, priority, List.of());
    }

    /** A full rectangular sheet, used after remnants. */
    public static Stock sheet(String id, double widthMm, double heightMm, int quantity, long costMinor) {
        return new Stock(id, Polygon.rectangleMm(widthMm, heightMm), quantity, costMinor, 1);
    }

    /** A left-over piece, used before sheets. */
    public static Stock remnant(String id, Polygon shape) {
        return new Stock(id, shape, 1, 0, 0);
    }
}
