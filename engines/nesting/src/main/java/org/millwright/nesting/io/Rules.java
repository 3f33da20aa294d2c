package org.millwright.nesting.io;

/**
 * What an instance file does not say.
 *
 * @param clearanceMm least distance between two parts
 * @param marginMm least distance to the edge
 * @param outlines reads drawings, and the drawings that a cut list names
 * @param order what is to be cut of a drawing
 */
public record Rules(double clearanceMm, double marginMm, OutlineReader outlines, Order order) {

    /**
     * What is to be cut of all outlines in one drawing, and from what.
     *
     * @param copies of each outline
     * @param sheetWidthMm 0 when nobody said
     * @param sheets how many there are
     */
    public record Order(int copies, double sheetWidthMm, double sheetHeightMm, int sheets) {
        /** One of each, from sheets that nobody told of. */
        public static Order none() {
            return new Order(1, 0, 0, 1);
        }
    }

    public Rules(double clearanceMm, double marginMm, OutlineReader outlines) {
        this(clearanceMm, marginMm, outlines, Order.none());
    }

    /** Parts may touch each other and the edge; no drawings. */
    public static Rules none() {
        return new Rules(0, 0, OutlineReader.none());
    }
}
