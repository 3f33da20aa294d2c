package org.millwright.nesting.io;

import org.millwright.json.UnreadableFile;
import org.millwright.nesting.model.Orientations;

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
     * @param copies of each outline, at least 1
     * @param turns how each may be turned
     * @param widthMm of a sheet; 0 for a strip, which is as long as it has to be
     * @param heightMm of a sheet, or the width of the roll; 0 when nobody said
     * @param sheets how many there are, at least 1
     */
    public record Order(int copies, Orientations turns, double widthMm, double heightMm, int sheets) {
        public Order {
            if (copies < 1 || sheets < 1 || !(widthMm >= 0) || !(heightMm >= 0)) {
                throw new UnreadableFile("%d copies on %d sheets of %s x %s mm: there is nothing to nest."
                        .formatted(copies, sheets, widthMm, heightMm));
            }
        }

        /** One of each, from what nobody told of. */
        public static Order none() {
            return new Order(1, Turns.of(""), 0, 0, 1);
        }

        boolean isStrip() {
            return widthMm == 0;
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
