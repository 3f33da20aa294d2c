package org.millwright.nesting.model;

/**
 * Where one copy of an item lies: its own coordinates are mirrored (x becomes -x) if asked for, then turned about their
 * origin, counter-clockwise, then moved by (x, y) in the coordinates of the stock.
 *
 * @param copyIndex which copy, from 0
 * @param stockCopy which piece of the stock, from 0
 */
public record Placement(
        String itemId,
        int copyIndex,
        String stockId,
        int stockCopy,
        double rotationDeg,
        double xMm,
        double yMm,
        boolean mirrored) {

    /** A part that is not mirrored. */
    public Placement(
            String itemId, int copyIndex, String stockId, int stockCopy, double rotationDeg, double xMm, double yMm) {
        this(itemId, copyIndex, stockId, stockCopy, rotationDeg, xMm, yMm, false);
    }
}
