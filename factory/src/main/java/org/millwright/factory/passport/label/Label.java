package org.millwright.factory.passport.label;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands on a unit's label, 70 mm × 40 mm.
 *
 * @param address what the QR code says
 * @param title what it is
 * @param lines below the title, most important first; at most five fit
 */
public record Label(String address, String title, List<String> lines) {
    static final double WIDTH_MM = 70;
    static final double HEIGHT_MM = 40;
    static final double QR_MM = 34;
    static final double MARGIN_MM = 3;
    static final double TEXT_X_MM = MARGIN_MM + QR_MM + 1;
    static final double TITLE_MM = 3.6;
    static final double LINE_MM = 2.6;
    /** Mean width of a letter of a plain sans-serif font, as a part of its size. */
    private static final double LETTER = 0.55;

    public Label {
        lines = List.copyOf(lines.subList(0, Math.min(5, lines.size())));
    }

    /** A line of text: where its left end stands on the base line, in mm from the top left corner. */
    record Line(String text, double xMm, double yMm, double sizeMm, boolean bold) {}

    List<Line> listLines() {
        var placed = new ArrayList<Line>();
        double y = MARGIN_MM + QrSymbol.QUIET_ZONE;
        placed.add(new Line(fitted(title, TITLE_MM), TEXT_X_MM, y, TITLE_MM, true));
        y += 1.5;
        for (String line : lines) {
            y += LINE_MM * 1.6;
            placed.add(new Line(fitted(line, LINE_MM), TEXT_X_MM, y, LINE_MM, false));
        }
        return placed;
    }

    /** The QR code's module size in mm, quiet zone counted. */
    static double moduleMm(QrSymbol qr) {
        return QR_MM / (qr.modules() + 2 * QrSymbol.QUIET_ZONE);
    }

    private static String fitted(String text, double sizeMm) {
        int most = (int) ((WIDTH_MM - MARGIN_MM - TEXT_X_MM) / (sizeMm * LETTER));
        int length = text.codePointCount(0, text.length());
        return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
