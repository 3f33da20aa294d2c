package org.millwright.factory.passport.label;

import java.awt.geom.Rectangle2D;
import java.util.Locale;

/** Draws a label as SVG, black on white, in true size. */
public final class LabelSvg {
    private LabelSvg() {}

    public static String draw(Label label) {
        var svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$smm\" height=\"%2$smm\" viewBox=\"0 0 %1$s %2$s\">\n",
                Label.WIDTH_MM,
                Label.HEIGHT_MM));
        svg.append("<title>").append(escaped(label.title())).append("</title>\n");
        svg.append(String.format(
                Locale.ROOT, "<rect width=\"%s\" height=\"%s\" fill=\"#fff\"/>\n", Label.WIDTH_MM, Label.HEIGHT_MM));
        svg.append(symbol(QrSymbol.of(label.address()), Label.MARGIN_MM, Label.MARGIN_MM, Label.QR_MM));
        for (Label.Line line : label.listLines()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%s\" y=\"%s\" font-family=\"Helvetica,Arial,sans-serif\" font-size=\"%s\"%s>",
                    line.xMm(),
                    line.yMm(),
                    line.sizeMm(),
                    line.bold() ? " font-weight=\"bold\"" : ""));
            svg.append(escaped(line.text())).append("</text>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    /** A QR code of its own, as large as its container. */
    public static String qr(String address) {
        QrSymbol qr = QrSymbol.of(address);
        int size = qr.modules() + 2 * QrSymbol.QUIET_ZONE;
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" aria-hidden=\"true\">",
                        size)
                + String.format(Locale.ROOT, "<rect width=\"%1$d\" height=\"%1$d\" fill=\"#fff\"/>", size)
                + symbol(qr, 0, 0, size)
                + "</svg>";
    }

    private static String symbol(QrSymbol qr, double x, double y, double size) {
        double module = size / (qr.modules() + 2 * QrSymbol.QUIET_ZONE);
        var path = new StringBuilder();
        for (Rectangle2D.Double dark : qr.dark()) {
            path.append(String.format(
                    Locale.ROOT,
                    "M%s %sh%sv%sh-%sz",
                    dark.x + QrSymbol.QUIET_ZONE,
                    dark.y + QrSymbol.QUIET_ZONE,
                    dark.width,
                    dark.height,
                    dark.width));
        }
        return String.format(
                Locale.ROOT,
                "<path transform=\"translate(%s %s) scale(%s)\" fill=\"#000\" shape-rendering=\"crispEdges\" d=\"%s\"/>\n",
                x,
                y,
                module,
                path);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
