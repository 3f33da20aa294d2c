package org.millwright.geometry.reading.svg;

import java.util.List;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.curve.Curve;
import org.millwright.geometry.curve.CurvePath;
import org.millwright.geometry.curve.EllipseArc;
import org.millwright.geometry.curve.Segments;
import org.millwright.geometry.reading.source.SafeXml;

/** The curves that SVG's shape elements stand for, in user units with y downwards. */
final class SvgShapes {
    private SvgShapes() {}

    static boolean hidden(XMLStreamReader xml) {
        String style = SafeXml.attribute(xml, "style");
        String compact = style == null ? "" : style.replace(" ", "");
        return "none".equals(SafeXml.attribute(xml, "display"))
                || "hidden".equals(SafeXml.attribute(xml, "visibility"))
                || compact.contains("display:none")
                || compact.contains("visibility:hidden");
    }

    static List<? extends Curve> curves(XMLStreamReader xml, ReadLimits limits) throws UnreadableShape {
        return switch (xml.getLocalName()) {
            case "path" -> path(SafeXml.attribute(xml, "d"), limits);
            case "rect" -> rectangle(xml);
            case "circle" -> {
                double radius = SvgLengths.of(xml, "r", 0);
                yield ellipse(xml, radius, radius);
            }
            case "ellipse" -> ellipse(xml, SvgLengths.of(xml, "rx", 0), SvgLengths.of(xml, "ry", 0));
            case "line" ->
                List.of(new Segments(
                        new double[] {
                            SvgLengths.of(xml, "x1", 0),
                            SvgLengths.of(xml, "y1", 0),
                            SvgLengths.of(xml, "x2", 0),
                            SvgLengths.of(xml, "y2", 0)
                        },
                        false));
            case "polyline" -> points(SafeXml.attribute(xml, "points"), false);
            case "polygon" -> points(SafeXml.attribute(xml, "points"), true);
            default -> List.of();
        };
    }

    private static List<Curve> path(@Nullable String data, ReadLimits limits) throws UnreadableShape {
        return data == null || data.strip().equals("none") ? List.of() : new SvgPath(data, limits).curves();
    }

    private static List<Curve> points(@Nullable String text, boolean closed) throws UnreadableShape {
        double[] xy = text == null ? new double[0] : new SvgNumbers(text).rest();
        if (xy.length % 2 != 0) {
            throw new UnreadableShape(
                    "The SVG file has a polygon of %d numbers; they should come in pairs.".formatted(xy.length),
                    "Save the drawing again from the program it was drawn in.");
        }
        return xy.length < 4 ? List.of() : List.of(new Segments(xy, closed));
    }

    private static List<Curve> ellipse(XMLStreamReader xml, double radiusX, double radiusY) throws UnreadableShape {
        if (!(radiusX > 0 && radiusY > 0)) {
            return List.of();
        }
        return List.of(new EllipseArc(
                SvgLengths.of(xml, "cx", 0), SvgLengths.of(xml, "cy", 0), radiusX, 0, 0, radiusY, 0, 2 * Math.PI));
    }

    private static List<Curve> rectangle(XMLStreamReader xml) throws UnreadableShape {
        double x = SvgLengths.of(xml, "x", 0);
        double y = SvgLengths.of(xml, "y", 0);
        double width = SvgLengths.of(xml, "width", 0);
        double height = SvgLengths.of(xml, "height", 0);
        if (!(width > 0 && height > 0)) {
            return List.of();
        }
        double rx = SvgLengths.of(xml, "rx", Double.NaN);
        double ry = SvgLengths.of(xml, "ry", rx);
        rx = Math.min(Double.isNaN(rx) ? ry : rx, width / 2);
        ry = Math.min(ry, height / 2);
        if (!(rx > 0 && ry > 0)) {
            return List.of(new Segments(new double[] {x, y, x + width, y, x + width, y + height, x, y + height}, true));
        }
        // Four quarters of an ellipse; the straight sides are the ways from one to the next.
        double quarter = Math.PI / 2;
        return List.of(new CurvePath(
                List.of(
                        new EllipseArc(x + width - rx, y + ry, rx, 0, 0, ry, -quarter, quarter),
                        new EllipseArc(x + width - rx, y + height - ry, rx, 0, 0, ry, 0, quarter),
                        new EllipseArc(x + rx, y + height - ry, rx, 0, 0, ry, quarter, quarter),
                        new EllipseArc(x + rx, y + ry, rx, 0, 0, ry, 2 * quarter, quarter)),
                true));
    }
}
