package org.millwright.nesting.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.shape.Middle;

/** Draws pieces of stock below one another and what lies on them as SVG; one user unit is a millimetre, y points up. */
public final class LayoutSvg {
    private static final List<String> FILLS =
            List.of("#8ecae6", "#ffb703", "#90be6d", "#f28482", "#b8a9d9", "#e9c46a", "#76c7b7", "#cdb4db");

    /** What a sheet of A4 on its side holds between its margins; smaller pieces are drawn in their true size. */
    private static final double PAGE_WIDTH_MM = 277;

    private static final double PAGE_HEIGHT_MM = 190;
    /** Of an ordinary letter, as a part of its size. */
    private static final double LETTER_WIDTH = 0.6;

    /**
     * What is drawn over the parts on one piece of stock, each line as x and y of both ends.
     *
     * @param shared lines that are cut once for two parts
     * @param ways on which the cutter comes in
     * @param offcuts that are kept
     */
    public record Marks(List<double[]> shared, List<double[]> ways, List<Polygon> offcuts) {
        /** Nothing. */
        public static Marks none() {
            return new Marks(List.of(), List.of(), List.of());
        }
    }

    private final Map<String, Polygon> shapes;
    private final List<String> ids;
    private final StringBuilder svg = new StringBuilder();

    private LayoutSvg(Map<String, Polygon> shapes) {
        this.shapes = shapes;
        ids = List.copyOf(shapes.keySet());
    }

    /**
     * A picture of every piece in use, with a headline of name, size and density and a label in each part; a piece fits a
     * page of A4.
     *
     * @param shapes of the items by id; placements of others are left out
     */
    public static String of(String name, List<Stock> stocks, Layout layout, Map<String, Polygon> shapes) {
        return of(name, stocks, layout, shapes, used -> Marks.none());
    }

    /** The same with marks over the parts. */
    public static String of(
            String name,
            List<Stock> stocks,
            Layout layout,
            Map<String, Polygon> shapes,
            Function<Layout.UsedStock, Marks> marks) {
        var drawing = new LayoutSvg(shapes);
        double widest = 1;
        double highest = 1;
        double height = 0;
        List<String> groups = new ArrayList<>();
        for (Layout.UsedStock used : layout.used()) {
            Stock stock = stocks.stream()
                    .filter(candidate -> candidate.id().equals(used.stockId()))
                    .findFirst()
                    .orElseThrow();
            Polygon sheet = stock.shape();
            double text = Math.max(sheet.widthMm(), sheet.heightMm()) / 50;
            String headline = String.format(
                    Locale.ROOT,
                    "%s: %s %d, %.0f x %.0f mm, %.1f %%",
                    name,
                    stock.id(),
                    used.stockCopy() + 1,
                    sheet.widthMm(),
                    sheet.heightMm(),
                    100 * drawing.density(sheet, layout.listOn(used.stockId(), used.stockCopy())));
            drawing.svg.setLength(0);
            drawing.piece(
                    stock, layout.listOn(used.stockId(), used.stockCopy()), marks.apply(used), headline, text, height);
            groups.add(drawing.svg.toString());
            widest = Math.max(widest, sheet.widthMm());
            highest = Math.max(highest, sheet.heightMm() + 3 * text);
            height += sheet.heightMm() + 3 * text;
        }
        double frame = widest / 100;
        double scale = Math.min(1, Math.min(PAGE_WIDTH_MM / (widest + 2 * frame), PAGE_HEIGHT_MM / highest));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%smm\" height=\"%smm\" viewBox=\"%s %s %s %s\">%n%s</svg>%n"
                .formatted(
                        number(scale * (widest + 2 * frame)),
                        number(scale * (height + 2 * frame)),
                        number(-frame),
                        number(-frame),
                        number(widest + 2 * frame),
                        number(height + 2 * frame),
                        String.join("", groups));
    }

    /** Area of the parts beside that of the piece as it is drawn. */
    private double density(Polygon sheet, List<Placement> placements) {
        double area = 0;
        for (Placement placement : placements) {
            Polygon shape = shapes.get(placement.itemId());
            area += shape == null ? 0 : shape.areaMm2();
        }
        return area / sheet.areaMm2();
    }

    private void piece(Stock stock, List<Placement> placements, Marks marks, String headline, double text, double top) {
        Polygon sheet = stock.shape();
        svg.append("<text x=\"0\" y=\"%s\" font-family=\"sans-serif\" font-size=\"%s\">%s</text>%n"
                .formatted(number(top + text), number(text), escaped(headline)));
        double stroke = Math.max(sheet.widthMm(), sheet.heightMm()) / 1000;
        svg.append(
                "<g transform=\"translate(%s %s) scale(1 -1)\" stroke=\"#223\" stroke-width=\"%s\" fill-rule=\"evenodd\">%n"
                        .formatted(
                                number(-sheet.minXUm() / 1000.0),
                                number(top + 2 * text + sheet.maxYUm() / 1000.0),
                                number(stroke)));
        svg.append("<path fill=\"#f4f4f0\" d=\"%s\"/>%n".formatted(path(sheet, 0, 0)));
        for (Stock.Zone zone : stock.zones()) {
            svg.append("<path fill=\"#ccc\" d=\"%s\"/>%n".formatted(path(zone.shape(), 0, 0)));
        }
        for (Placement placement : placements) {
            Polygon shape = shapes.get(placement.itemId());
            if (shape != null) {
                part(placement, (placement.mirrored() ? shape.mirrored() : shape).rotated(placement.rotationDeg()));
            }
        }
        mark(marks, stroke);
        svg.append("</g>%n".formatted());
    }

    private void mark(Marks marks, double stroke) {
        String dashes = number(6 * stroke) + " " + number(4 * stroke);
        for (Polygon offcut : marks.offcuts) {
            svg.append("<path fill=\"none\" stroke-dasharray=\"%s\" d=\"%s\"><title>offcut</title></path>%n"
                    .formatted(dashes, path(offcut, 0, 0)));
        }
        line(marks.shared, "#c00", 3 * stroke, "cut once for two parts");
        line(marks.ways, "#06c", stroke, "way in");
    }

    private void line(List<double[]> lines, String colour, double width, String title) {
        for (double[] line : lines) {
            svg.append(
                    "<path fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" d=\"M%s %sL%s %s\"><title>%s</title></path>%n"
                            .formatted(
                                    colour,
                                    number(width),
                                    number(line[0]),
                                    number(line[1]),
                                    number(line[2]),
                                    number(line[3]),
                                    title));
        }
    }

    private void part(Placement placement, Polygon turned) {
        svg.append("<path fill=\"%s\" d=\"%s\"><title>%s</title></path>%n"
                .formatted(
                        FILLS.get(ids.indexOf(placement.itemId()) % FILLS.size()),
                        path(turned, placement.xMm(), placement.yMm()),
                        escaped(placement.itemId())));
        Middle middle = Middle.of(turned);
        String label = placement.itemId() + "." + (placement.copyIndex() + 1);
        double size = Math.min(middle.radiusMm() / 2, 2 * middle.radiusMm() / (LETTER_WIDTH * label.length() + 1));
        svg.append(
                "<text transform=\"translate(%s %s) scale(1 -1)\" font-family=\"sans-serif\" font-size=\"%s\" text-anchor=\"middle\" stroke=\"none\" fill=\"#223\">%s</text>%n"
                        .formatted(
                                number(middle.xMm() + placement.xMm()),
                                number(middle.yMm() + placement.yMm() - size / 3),
                                number(size),
                                escaped(label)));
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
