package org.millwright.nesting.io;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Polygon;

/** Draws one piece of stock and what lies on it as SVG; one user unit is a millimetre, y points up. */
public final class LayoutSvg {
    private static final List<String> FILLS =
            List.of("#8ecae6", "#ffb703", "#90be6d", "#f28482", "#b8a9d9", "#e9c46a", "#76c7b7", "#cdb4db");

    private LayoutSvg() {}

    /** @param shapes of the items by id; placements of others are left out */
    public static String of(Polygon stock, List<Placement> placements, Map<String, Polygon> shapes) {
        double stroke = Math.max(stock.widthMm(), stock.heightMm()) / 1000;
        var svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="%s %s %s %s">
                <g transform="scale(1 -1)" stroke="#223" stroke-width="%s" fill-rule="evenodd">
                """.formatted(
                        number(stock.minXUm() / 1000.0 - stroke),
                        number(-stock.maxYUm() / 1000.0 - stroke),
                        number(stock.widthMm() + 2 * stroke),
                        number(stock.heightMm() + 2 * stroke),
                        number(stroke)));
        svg.append("<path fill=\"#f4f4f0\" d=\"").append(path(stock, 0, 0)).append("\"/>\n");
        List<String> ids = List.copyOf(shapes.keySet());
        for (Placement placement : placements) {
            Polygon shape = shapes.get(placement.itemId());
            if (shape != null) {
                svg.append("<path fill=\"%s\" d=\"%s\"><title>%s</title></path>%n"
                        .formatted(
                                FILLS.get(ids.indexOf(placement.itemId()) % FILLS.size()),
                                path(shape.rotated(placement.rotationDeg()), placement.xMm(), placement.yMm()),
                                escaped(placement.itemId())));
            }
        }
        return svg.append("</g>\n</svg>\n").toString();
    }

    private static String path(Polygon polygon, double xMm, double yMm) {
        var path = new StringBuilder();
        for (int ring = 0; ring < polygon.ringCount(); ring++) {
            long[] points = polygon.ringUm(ring);
            for (int i = 0; i < points.length; i += 2) {
                path.append(i == 0 ? 'M' : 'L')
                        .append(number(points[i] / 1000.0 + xMm))
                        .append(' ')
                        .append(number(points[i + 1] / 1000.0 + yMm));
            }
            path.append('Z');
        }
        return path.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
