package org.millwright.geometry.reading.threemf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.LengthUnit;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.source.Numbers;
import org.millwright.geometry.reading.source.SafeXml;

/** One model part of a 3MF package: its unit, objects and build items. */
final class ThreeMfModel {
    private final String part;
    private final ReadLimits limits;
    private final Map<String, ThreeMfObject> objects = new HashMap<>();
    private final List<Use> items = new ArrayList<>();
    private final Beams beams;
    private LengthUnit unit = LengthUnit.MILLIMETRE;
    private boolean isModel;
    private @Nullable ThreeMfObject current;

    /** An object placed somewhere; {@code path} names the part that holds it, null for the same part. */
    record Use(String objectId, @Nullable String path, Placement placement) {}

    private ThreeMfModel(String part, ReadLimits limits, Beams beams) {
        this.part = part;
        this.limits = limits;
        this.beams = beams;
    }

    /** @param root whether the package names this part as its model */
    static ThreeMfModel read(
            String part,
            XMLStreamReader xml,
            ReadLimits limits,
            boolean root,
            PackedParts parts,
            Beams beams,
            Violations violations)
            throws XMLStreamException, UnreadableShape {
        var model = new ThreeMfModel(part, limits, beams);
        var rules = new ModelRules(part, parts, violations);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                rules.start(xml);
                model.start(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                rules.end(xml);
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnreadableShape(
                        "The part '%s' of the 3MF file has a document type, which 3MF forbids.".formatted(part),
                        "Export the design again from the program it was drawn in.");
            }
        }
        rules.finish(root);
        if (!model.isModel) {
            throw new UnreadableShape(
                    "The part '%s' of the 3MF file holds no 3MF model.".formatted(part),
                    "Export the design again from the program it was drawn in.");
        }
        return model;
    }

    LengthUnit unit() {
        return unit;
    }

    List<Use> items() {
        return items;
    }

    @Nullable
    ThreeMfObject object(String id) {
        return objects.get(id);
    }

    private void start(XMLStreamReader xml) throws UnreadableShape {
        if (Namespaces.BEAMS.equals(xml.getNamespaceURI())) {
            beams.start(xml, part);
        }
        if (!Namespaces.CORE.equals(xml.getNamespaceURI())) {
            return;
        }
        switch (xml.getLocalName()) {
            case "model" -> {
                isModel = true;
                unit = unit(SafeXml.attribute(xml, "unit"));
                checkExtensions(xml);
            }
            case "object" -> {
                String type = SafeXml.attribute(xml, "type");
                current = new ThreeMfObject(need(xml, "id"), type == null ? "model" : type);
                if (objects.putIfAbsent(current.id(), current) != null) {
                    throw problem(xml, "the object id '%s' twice".formatted(current.id()));
                }
            }
            case "vertex" -> object(xml).vertex(number(xml, "x"), number(xml, "y"), number(xml, "z"), limits);
            case "triangle" -> object(xml).triangle(index(xml, "v1"), index(xml, "v2"), index(xml, "v3"), limits);
            case "component" -> object(xml).components().add(use(xml));
            case "item" -> items.add(use(xml));
            default -> {}
        }
    }

    private void checkExtensions(XMLStreamReader xml) throws UnreadableShape {
        String required = SafeXml.attribute(xml, "requiredextensions");
        for (String prefix : required == null ? new String[0] : required.trim().split("\\s+")) {
            String namespace = prefix.isEmpty() ? Namespaces.CORE : xml.getNamespaceURI(prefix);
            if (namespace == null || !Namespaces.UNDERSTOOD.contains(namespace)) {
                throw new UnreadableShape(
                        "The 3MF file requires the extension %s, which is not read."
                                .formatted(namespace == null ? prefix : namespace),
                        "Export the design without it, as a plain mesh.");
            }
        }
    }

    private Use use(XMLStreamReader xml) throws UnreadableShape {
        String transform = SafeXml.attribute(xml, "transform");
        return new Use(
                need(xml, "objectid"),
                xml.getAttributeValue(Namespaces.PRODUCTION, "path"),
                transform == null ? Placement.NONE : Placement.parse(transform, part));
    }

    private ThreeMfObject object(XMLStreamReader xml) throws UnreadableShape {
        if (current == null) {
            throw problem(xml, "a %s outside of any object".formatted(xml.getLocalName()));
        }
        return current;
    }

    private static LengthUnit unit(@Nullable String name) throws UnreadableShape {
        return switch (name == null ? "millimeter" : name) {
            case "micron" -> LengthUnit.MICRON;
            case "millimeter" -> LengthUnit.MILLIMETRE;
            case "centimeter" -> LengthUnit.CENTIMETRE;
            case "inch" -> LengthUnit.INCH;
            case "foot" -> LengthUnit.FOOT;
            case "meter" -> LengthUnit.METRE;
            default ->
                throw new UnreadableShape(
                        "The 3MF file is drawn in the unknown unit '%s'.".formatted(name), "Export it in millimetres.");
        };
    }

    private String need(XMLStreamReader xml, String name) throws UnreadableShape {
        String value = SafeXml.attribute(xml, name);
        if (value == null) {
            throw problem(xml, "a %s without %s".formatted(xml.getLocalName(), name));
        }
        return value;
    }

    private double number(XMLStreamReader xml, String name) throws UnreadableShape {
        String text = need(xml, name);
        double value = Numbers.parse(text.strip());
        if (!(Math.abs(value) <= 1e12)) {
            throw problem(xml, "the coordinate %s='%s', which is no place".formatted(name, text));
        }
        return value;
    }

    private int index(XMLStreamReader xml, String name) throws UnreadableShape {
        double value = Numbers.parse(need(xml, name).strip());
        if (!(value >= 0 && value <= Integer.MAX_VALUE) || value != Math.rint(value)) {
            throw problem(xml, "a triangle with the vertex number %s='%s'".formatted(name, need(xml, name)));
        }
        return (int) value;
    }

    private UnreadableShape problem(XMLStreamReader xml, String what) {
        return new UnreadableShape(
                "The part '%s' of the 3MF file has, in line %d, %s."
                        .formatted(part, xml.getLocation().getLineNumber(), what),
                "Repair the part in the program it was drawn in and export it again.");
    }
}
