package org.millwright.nesting.io;

import org.millwright.json.UnreadableFile;

/**
 * What an instance file does not say.
 *
 * @param clearanceMm least distance between two parts
 * @param marginMm least distance to the edge
 * @param outlines reads drawings, and the drawings that a cut list names
 * @param order what is to be cut of a drawing
 * @param cutting what the cutter needs, and what becomes of the rest
 */
public record Rules(double clearanceMm, double marginMm, OutlineReader outlines, Order order, Cutting cutting) {

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

    /**
     * What the cutter needs, and what becomes of the rest.
     *
     * @param leadInMm length of the ways on which the cutter reaches each contour; 0 for none
     * @param sharesLines whether parts that lie one clearance apart are cut apart by one line
     * @param narrowestOffcutMm what is left of a sheet and at least so wide is kept; 0 when nothing is
     */
    public record Cutting(double leadInMm, boolean sharesLines, double narrowestOffcutMm) {
        public Cutting {
            if (!(leadInMm >= 0 && leadInMm < 1000 && narrowestOffcutMm >= 0 && narrowestOffcutMm < 1e6)) {
                throw new UnreadableFile(
                        "Ways in of %s mm and offcuts of %s mm: neither may be negative, nor longer than a metre."
                                .formatted(leadInMm, narrowestOffcutMm));
            }
        }

        /** Nothing of this. */
        public static Cutting none() {
            return new Cutting(0, false, 0);
        }
    }

    public Rules(double clearanceMm, double marginMm, OutlineReader outlines, Order order) {
        this(clearanceMm, marginMm, outlines, order, Cutting.none());
    }

    public Rules(double clearanceMm, double marginMm, OutlineReader outlines) {
        this(clearanceMm, marginMm, outlines, Order.none());
    }

    /** Parts may touch each other and the edge; no drawings. */
    public static Rules none() {
        return new Rules(0, 0, OutlineReader.none());
    }
}
