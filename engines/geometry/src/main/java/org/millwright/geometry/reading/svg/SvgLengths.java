package org.millwright.geometry.reading.svg;

import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.source.Numbers;
import org.millwright.geometry.reading.source.SafeXml;

/** Lengths of SVG attributes: a number and perhaps a unit. */
final class SvgLengths {
    /** A CSS pixel is 1/96 inch. */
    static final double PIXEL_MM = 25.4 / 96;

    private static final Map<String, Double> MILLIMETRES =
            Map.of("mm", 1.0, "cm", 10.0, "in", 25.4, "pt", 25.4 / 72, "pc", 25.4 / 6, "q", 0.25, "px", PIXEL_MM);

    private SvgLengths() {}

    static boolean physical(@Nullable String text) {
        return text != null && MILLIMETRES.containsKey(unit(text));
    }

    /** NaN when there is none or it is a percentage. */
    static double parse(@Nullable String text, boolean inMillimetres) throws UnreadableShape {
        if (text == null || text.strip().endsWith("%") || text.strip().equals("auto")) {
            return Double.NaN;
        }
        String unit = unit(text);
        String stripped = text.strip();
        double value = Numbers.parse(
                stripped.substring(0, stripped.length() - unit.length()).strip());
        if (!(value >= 0 && value <= 1e9)) {
            throw broken(text);
        }
        return inMillimetres ? value * MILLIMETRES.getOrDefault(unit, 1.0) : value;
    }

    /** A coordinate or length of a shape in user units; units of length count as CSS pixels. */
    static double of(XMLStreamReader xml, String name, double otherwise) throws UnreadableShape {
        String text = SafeXml.attribute(xml, name);
        if (text == null || text.isBlank() || text.strip().equals("auto")) {
            return otherwise;
        }
        String unit = unit(text);
        String stripped = text.strip();
        double value = Numbers.parse(
                stripped.substring(0, stripped.length() - unit.length()).strip());
        if (!(Math.abs(value) <= 1e9) || !(unit.isEmpty() || MILLIMETRES.containsKey(unit))) {
            throw broken(text);
        }
        return unit.isEmpty() ? value : value * MILLIMETRES.getOrDefault(unit, 1.0) / PIXEL_MM;
    }

    private static String unit(String text) {
        String stripped = text.strip();
        int end = stripped.length();
        while (end > 0 && (Character.isLetter(stripped.charAt(end - 1)) || stripped.charAt(end - 1) == '%')) {
            end--;
        }
        return stripped.substring(end).toLowerCase(Locale.ROOT);
    }

    private static UnreadableShape broken(String text) {
        return new UnreadableShape(
                "The SVG file has '%s' where a length should be."
                        .formatted(text.length() > 60 ? text.substring(0, 60) : text),
                "Use plain numbers or mm, cm, in, pt, pc, px.");
    }
}
