package org.millwright.geometry.reading.svg;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.curve.Affine;
import org.millwright.geometry.curve.Curve;
import org.millwright.geometry.reading.source.SafeXml;

/**
 * One element with what it draws itself and what is inside it.
 *
 * @param map from its own plane to that around it; the window of an outermost svg element included
 * @param refersTo name of the element that a {@code use} stands for; null when there is none in this file
 * @param window of a symbol, or of what a {@code use} gives to one
 * @param problem why it cannot be drawn, which matters only when it is
 */
record SvgElement(
        String name,
        boolean hidden,
        Affine map,
        List<? extends Curve> curves,
        @Nullable String refersTo,
        @Nullable SvgViewport window,
        @Nullable UnreadableShape problem,
        List<SvgElement> children) {

    static SvgElement of(XMLStreamReader xml, boolean outermost, ReadLimits limits) {
        String name = xml.getLocalName();
        boolean hidden = SvgShapes.hidden(xml);
        try {
            Affine map = SvgTransforms.parse(SafeXml.attribute(xml, "transform"));
            SvgViewport window = null;
            String refersTo = null;
            switch (name) {
                case "svg" -> {
                    window = SvgViewport.of(xml);
                    map = map.after(outermost ? window.upright() : window.nested(xml));
                }
                case "symbol" -> window = SvgViewport.of(xml);
                case "use" -> {
                    window = SvgViewport.of(xml);
                    refersTo = reference(xml);
                    map = map.after(Affine.translation(SvgLengths.of(xml, "x", 0), SvgLengths.of(xml, "y", 0)));
                }
                default -> {
                    // Other elements have no window.
                }
            }
            return new SvgElement(
                    name, hidden, map, SvgShapes.curves(xml, limits), refersTo, window, null, new ArrayList<>());
        } catch (UnreadableShape problem) {
            return new SvgElement(name, hidden, Affine.IDENTITY, List.of(), null, null, problem, new ArrayList<>());
        }
    }

    /** The fragment of {@code href}, with or without its old namespace; other files are never opened. */
    private static @Nullable String reference(XMLStreamReader xml) {
        String text = null;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            // The plain attribute goes before that of the old namespace.
            if (xml.getAttributeLocalName(i).equals("href") && (text == null || xml.getAttributeNamespace(i) == null)) {
                text = xml.getAttributeValue(i);
            }
        }
        return text == null || !text.strip().startsWith("#")
                ? null
                : text.strip().substring(1);
    }

    /** How a symbol's contents are mapped when a {@code use} shows it in this window. */
    Affine shownIn(@Nullable SvgViewport other) {
        return window == null ? Affine.IDENTITY : window.shownIn(other);
    }
}
