package org.millwright.geometry.reading.svg;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.LengthUnit;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.curve.Affine;
import org.millwright.geometry.curve.Curve;
import org.millwright.geometry.reading.shape.Drawings;
import org.millwright.geometry.reading.source.SafeXml;

/**
 * SVG drawings: the outlines of all visible shapes, whatever their fill and stroke. A width and height with a unit of
 * length make the drawing millimetres; without a unit its numbers are taken as they are and the unit is asked for.
 */
public final class SvgReader {
    /** Their content is drawn only where something refers to it. */
    private static final Set<String> DEFINITIONS = Set.of(
            "defs",
            "symbol",
            "clipPath",
            "mask",
            "marker",
            "pattern",
            "linearGradient",
            "radialGradient",
            "filter",
            "metadata",
            "title",
            "desc",
            "style");

    private static final Set<String> LEFT_OUT = Set.of("text", "image", "use");
    private static final Set<String> REFUSED = Set.of("script", "foreignObject", "handler", "iframe");
    private static final int DEEPEST_NESTING = 500;

    private final ReadLimits limits;
    private final List<Curve> curves = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final Deque<Affine> maps = new ArrayDeque<>();
    private @Nullable LengthUnit unit;
    private int hiddenDepth;

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
                    reader.end();
                }
            }
        } catch (XMLStreamException problem) {
            throw SafeXml.broken(problem, "SVG file");
        } catch (CharacterCodingException misencoded) {
            throw SafeXml.broken(new XMLStreamException(misencoded), "SVG file");
        }
        return Drawings.designFile("svg", reader.curves, reader.unit, reader.leftOut, limits);
    }

    private void start(XMLStreamReader xml) throws UnreadableShape {
        String name = xml.getLocalName();
        if (REFUSED.contains(name)) {
            throw new UnreadableShape(
                    "The SVG file has a %s element in line %d, which could run foreign content."
                            .formatted(name, xml.getLocation().getLineNumber()),
                    "Save it as plain SVG without scripts.");
        }
        if (maps.size() >= DEEPEST_NESTING) {
            throw new UnreadableShape(
                    "The SVG file nests more than %d elements.".formatted(DEEPEST_NESTING),
                    "Ungroup the drawing and save it again.");
        }
        Affine around = maps.isEmpty() ? Affine.IDENTITY : maps.getLast();
        Affine own = around;
        if (hiddenDepth > 0 || DEFINITIONS.contains(name) || SvgShapes.hidden(xml)) {
            hiddenDepth++;
        } else {
            own = around.after(SvgTransforms.parse(SafeXml.attribute(xml, "transform")));
            if (name.equals("svg")) {
                own = own.after(viewport(xml));
            } else if (LEFT_OUT.contains(name)) {
                leftOut.merge(name, 1, Integer::sum);
                hiddenDepth++;
            } else {
                for (Curve curve : SvgShapes.curves(xml, limits)) {
                    curves.add(curve.transformed(own));
                }
            }
        }
        if (curves.size() > limits.segments()) {
            throw new UnreadableShape(
                    "The SVG file has more than %d curves.".formatted(limits.segments()), "Simplify the drawing.");
        }
        maps.addLast(own);
    }

    private void end() {
        maps.removeLast();
        if (hiddenDepth > 0) {
            hiddenDepth--;
        }
    }

    private Affine viewport(XMLStreamReader xml) throws UnreadableShape {
        SvgViewport viewport = SvgViewport.of(xml);
        if (maps.isEmpty()) {
            unit = viewport.physical() ? LengthUnit.MILLIMETRE : null;
            return viewport.upright();
        }
        return viewport.nested(xml);
    }
}
