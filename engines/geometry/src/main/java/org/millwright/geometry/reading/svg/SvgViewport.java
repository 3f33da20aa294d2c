package org.millwright.geometry.reading.svg;

import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.curve.Affine;
import org.millwright.geometry.reading.source.SafeXml;

/**
 * How an svg element maps its contents.
 *
 * @param width of the window in millimetres when {@code physical}, else in plain numbers; NaN when not given
 * @param view null when not given
 */
record SvgViewport(
        boolean physical,
        double width,
        double height,
        @Nullable View view,
        boolean stretched) {
    /** The part of the contents' plane that the window shows. */
    record View(double x, double y, double width, double height) {}

    static SvgViewport of(XMLStreamReader xml) throws UnreadableShape {
        String width = SafeXml.attribute(xml, "width");
        String height = SafeXml.attribute(xml, "height");
        boolean physical = SvgLengths.physical(width) && SvgLengths.physical(height);
        String aspect = SafeXml.attribute(xml, "preserveAspectRatio");
        return new SvgViewport(
                physical,
                SvgLengths.parse(width, physical),
                SvgLengths.parse(height, physical),
                view(SafeXml.attribute(xml, "viewBox")),
                aspect != null && aspect.strip().startsWith("none"));
    }

    /** The outermost element: y turned upwards, lengths in millimetres when the window says how large it is. */
    Affine upright() {
        View box = view;
        if (box == null) {
            double scale = physical ? SvgLengths.PIXEL_MM : 1;
            double top = Double.isNaN(height) ? 0 : height;
            return new Affine(scale, 0, 0, -scale, 0, top);
        }
        double scaleX = physical ? width / box.width() : 1;
        double scaleY = physical ? height / box.height() : 1;
        if (!stretched) {
            scaleX = scaleY = Math.min(scaleX, scaleY);
        }
        return new Affine(scaleX, 0, 0, -scaleY, -box.x() * scaleX, (box.y() + box.height()) * scaleY);
    }

    /** An element inside another: moved, and scaled to its window. */
    Affine nested(XMLStreamReader xml) throws UnreadableShape {
        Affine moved = Affine.translation(SvgLengths.of(xml, "x", 0), SvgLengths.of(xml, "y", 0));
        View box = view;
        if (box == null || Double.isNaN(width) || Double.isNaN(height)) {
            return moved;
        }
        double perUnit = physical ? 1 / SvgLengths.PIXEL_MM : 1;
        double scale = perUnit * Math.min(width / box.width(), height / box.height());
        return moved.after(new Affine(scale, 0, 0, scale, -box.x() * scale, -box.y() * scale));
    }

    /**
     * The window of a symbol, shown with the size that a reference gives, else its own. A symbol with a viewBox and no size at
     * all is drawn in the numbers it was made of, since the size of the page around it is not known here.
     */
    Affine shownIn(@Nullable SvgViewport reference) {
        View box = view;
        if (box == null) {
            return Affine.IDENTITY;
        }
        double wide = reference == null || Double.isNaN(reference.units(reference.width))
                ? units(width)
                : reference.units(reference.width);
        double high = reference == null || Double.isNaN(reference.units(reference.height))
                ? units(height)
                : reference.units(reference.height);
        double scaleX = Double.isNaN(wide) ? 1 : wide / box.width();
        double scaleY = Double.isNaN(high) ? 1 : high / box.height();
        if (!stretched) {
            double both = Double.isNaN(wide) ? scaleY : Double.isNaN(high) ? scaleX : Math.min(scaleX, scaleY);
            scaleX = both;
            scaleY = both;
        }
        double slackX = Double.isNaN(wide) ? 0 : (wide - scaleX * box.width()) / 2;
        double slackY = Double.isNaN(high) ? 0 : (high - scaleY * box.height()) / 2;
        return new Affine(scaleX, 0, 0, scaleY, slackX - box.x() * scaleX, slackY - box.y() * scaleY);
    }

    /** A length of this window in user units. */
    private double units(double length) {
        return physical ? length / SvgLengths.PIXEL_MM : length;
    }

    private static @Nullable View view(@Nullable String text) throws UnreadableShape {
        if (text == null) {
            return null;
        }
        double[] numbers = new SvgNumbers(text).rest();
        if (numbers.length != 4 || !(numbers[2] > 0 && numbers[3] > 0)) {
            throw new UnreadableShape(
                    "The SVG file has the viewBox '%s'; four numbers with a positive size should be there."
                            .formatted(text.length() > 60 ? text.substring(0, 60) : text),
                    "Save the drawing again from the program it was drawn in.");
        }
        return new View(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
