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
    static final double QR_MM = 30;
    static final double MARGIN_MM = 3;
    static final double TEXT_X_MM = MARGIN_MM + QR_MM + 1;
    static final double TITLE_MM = 3.6;
    static final double LINE_MM = 2.6;
    /** Mean width of a letter of a plain sans-serif font, as a part of its size. */
    private static final double LETTER = 0.53;

    public Label {
        lines = List.copyOf(lines.subList(0, Math.min(5, lines.size())));
    }

    /** A line of text: where its left end stands on the base line, in mm from the top left corner. */
    record Line(String text, double xMm, double yMm, double sizeMm, boolean bold) {}

    List<Line> listLines() {
        List<Line> placed = new ArrayList<>();
        double y = MARGIN_MM + TITLE_MM;
        for (String part : titleLines()) {
            placed.add(new Line(part, TEXT_X_MM, y, TITLE_MM, true));
            y += TITLE_MM * 1.2;
        }
        for (String line : lines) {
            placed.add(new Line(fitted(line, LINE_MM), TEXT_X_MM, y, LINE_MM, false));
            y += LINE_MM * 1.6;
        }
        return placed;
    }

    /** The title on at most two lines, broken after a dash, a space or an underscore where there is one. */
    private List<String> titleLines() {
        int most = letters(TITLE_MM);
        if (title.codePointCount(0, title.length()) <= most) {
            return List.of(title);
        }
        int full = title.offsetByCodePoints(0, most);
        int end = full;
        for (int i = full; i > full / 2; i--) {
            if ("- _".indexOf(title.charAt(i - 1)) >= 0) {
                end = i;
                break;
            }
        }
        return List.of(
                title.substring(0, end).strip(), fitted(title.substring(end).strip(), TITLE_MM));
    }

    /** The QR code's module size in mm, quiet zone counted. */
    static double moduleMm(QrSymbol qr) {
        return QR_MM / (qr.modules() + 2 * QrSymbol.QUIET_ZONE);
    }

    private static String fitted(String text, double sizeMm) {
        int most = letters(sizeMm);
        int length = text.codePointCount(0, text.length());
        return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static int letters(double sizeMm) {
        return (int) ((WIDTH_MM - MARGIN_MM - TEXT_X_MM) / (sizeMm * LETTER));
    }
}
