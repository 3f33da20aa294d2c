package org.millwright.geometry.reading.svg;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.LengthUnit;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.shape.Drawings;
import org.millwright.geometry.reading.source.SafeXml;

/**
 * SVG drawings: the outlines of all visible shapes, whatever their fill and stroke. A width and height with a unit of
 * length make the drawing millimetres; without a unit its numbers are taken as they are and the unit is asked for. What a
 * {@code use} element refers to in the same file is drawn there; references to other files are left out.
 */
public final class SvgReader {
    private static final Set<String> LEFT_OUT = Set.of("text", "image");
    private static final Set<String> REFUSED = Set.of("script", "foreignObject", "handler", "iframe");
    private static final int DEEPEST_NESTING = 500;

    private final ReadLimits limits;
    private final Deque<SvgElement> open = new ArrayDeque<>();
    private final Map<String, SvgElement> named = new HashMap<>();
    private @Nullable SvgElement root;
    private int elements;

    private SvgReader(ReadLimits limits) {
        this.limits = limits;
    }

    public static DesignFile read(Path file, ReadLimits limits) throws IOException, UnreadableShape {
        var reader = new SvgReader(limits);
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            XMLStreamReader xml = SafeXml.open(in);
            while (xml.hasNext()) {
                int event = xml.next();
                SafeXml.check(xml, "SVG file");
                if (event == XMLStreamConstants.START_ELEMENT) {
                    reader.start(xml);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    reader.open.removeLast();
                }
            }
        } catch (XMLStreamException problem) {
            throw SafeXml.broken(problem, "SVG file");
        } catch (CharacterCodingException misencoded) {
            throw SafeXml.broken(new XMLStreamException(misencoded), "SVG file");
        }
        var drawing = new SvgDrawing(reader.named, limits);
        LengthUnit unit = null;
        if (reader.root != null) {
            drawing.draw(reader.root);
            SvgViewport window = reader.root.window();
            unit = window != null && window.physical() ? LengthUnit.MILLIMETRE : null;
        }
        return Drawings.designFile("svg", drawing.curves(), unit, drawing.leftOut(), limits);
    }

    private void start(XMLStreamReader xml) throws UnreadableShape {
        String name = xml.getLocalName();
        if (REFUSED.contains(name)) {
            throw new UnreadableShape(
                    "The SVG file has a %s element in line %d, which could run foreign content."
                            .formatted(name, xml.getLocation().getLineNumber()),
                    "Save it as plain SVG without scripts.");
        }
        if (open.size() >= DEEPEST_NESTING) {
            throw new UnreadableShape(
                    "The SVG file nests more than %d elements.".formatted(DEEPEST_NESTING),
                    "Ungroup the drawing and save it again.");
        }
        if (++elements > limits.segments()) {
            throw new UnreadableShape(
                    "The SVG file has more than %d elements.".formatted(limits.segments()), "Simplify the drawing.");
        }
        SvgElement element = SvgElement.of(xml, open.isEmpty(), limits);
        if (open.isEmpty()) {
            root = element;
        } else if (!LEFT_OUT.contains(open.getLast().name())) {
            open.getLast().children().add(element);
        }
        String id = SafeXml.attribute(xml, "id");
        if (id != null) {
            named.putIfAbsent(id, element);
        }
        open.addLast(element);
    }
}
