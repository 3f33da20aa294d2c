package org.millwright.nesting.place;

import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.shape.Lattice;

/**
 * What is looked for room: a part in one turn.
 *
 * @param quality of stock that it needs
 * @param latticeX where its origin may lie in x
 * @param latticeY where its origin may lie in y
 * @param near box that its own box must touch
 */
record Wanted(Trapezoids shape, int quality, Lattice latticeX, Lattice latticeY, Box near) {

    /** A box along the axes, µm. */
    record Box(long minX, long minY, long maxX, long maxY) {
        private static final long FAR = 1L << 40;
        static final Box EVERYWHERE = new Box(-FAR, -FAR, FAR, FAR);

        /** The box around a polygon that is moved. */
        static Box of(Polygon polygon, long xUm, long yUm) {
            return new Box(
                    polygon.minXUm() + xUm, polygon.minYUm() + yUm, polygon.maxXUm() + xUm, polygon.maxYUm() + yUm);
        }

        Box grown(double byUm) {
            long by = (long) Math.min(byUm, (double) FAR);
            return new Box(minX - by, minY - by, maxX + by, maxY + by);
        }

        /** Distance along the axis on which the boxes are further apart; negative when they overlap. */
        long apart(Box other) {
            return Math.max(
                    Math.max(minX - other.maxX, other.minX - maxX), Math.max(minY - other.maxY, other.minY - maxY));
        }
    }
}
