package org.millwright.factory.planning.build;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.millwright.factory.planning.unit.UnitId;

/**
 * A plate or sheet seen from above, with what lies on it; millimetres, y downwards as in pictures.
 *
 * @param outline of a piece that is no rectangle, as SVG path data; empty otherwise
 * @param sheet whether it is cut from a piece of stock rather than printed on a plate
 */
public record Plate(double widthMm, double heightMm, String outline, boolean sheet, List<Part> parts) {
    public Plate {
        parts = List.copyOf(parts);
    }

    /**
     * One unit in its place.
     *
     * @param path its outline as SVG path data
     * @param roomMm radius of the largest disc in it, around the place for its label
     * @param colour 1 to 6, one for each order
     * @param turn which unit it is in the order of cutting, from 1; 0 where there is none
     */
    public record Part(
            UnitId unit,
            String serial,
            String path,
            double centreXMm,
            double centreYMm,
            double roomMm,
            int colour,
            int turn) {
        /** Of an ordinary letter, as a part of its size. */
        private static final double LETTER_WIDTH = 0.6;

        /** How large the label may be written without reaching beyond the part, and no larger than asked for. */
        public double labelMm(double mostMm) {
            return Math.min(mostMm, 2 * roomMm / (LETTER_WIDTH * label().length() + 1));
        }

        /** The last part of the serial, after the turn of the unit where it has one. */
        public String label() {
            String last = serial.substring(serial.lastIndexOf('-') + 1);
            return turn > 0 ? turn + " · " + last : last;
        }
    }

    /** Tells this outline from others on the same page. */
    public String outlineId() {
        return "outline-" + Integer.toHexString(Objects.hash(outline, parts));
    }

    /** The picture as an SVG file that shows itself in light and dark. */
    public String svg() {
        var out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.1f %.1f\" width=\"%.0f\" height=\"%.0f\">",
                widthMm,
                heightMm,
                widthMm,
                heightMm));
        if (!outline.isEmpty()) {
            out.append("<path fill=\"#fffefb\" fill-opacity=\".9\" d=\"")
                    .append(outline)
                    .append("\"/>");
        } else {
            out.append(String.format(
                    Locale.ROOT,
                    "<rect width=\"%.1f\" height=\"%.1f\" rx=\"3\" fill=\"#fffefb\" fill-opacity=\".9\"/>",
                    widthMm,
                    heightMm));
        }
        for (Part part : parts) {
            out.append("<path fill=\"#5d9aa3\" stroke=\"#084852\" stroke-width=\"1\" fill-rule=\"evenodd\" d=\"")
                    .append(part.path())
                    .append("\"/>");
        }
        return out.append("</svg>").toString();
    }
}
