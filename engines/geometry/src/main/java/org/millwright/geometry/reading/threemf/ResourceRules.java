package org.millwright.geometry.reading.threemf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.source.Numbers;
import org.millwright.geometry.reading.source.SafeXml;

/** Rules for resources and references between them (3MF core, chapters 4 and 5; materials extension, chapters 2 to 6). */
final class ResourceRules {
    private static final Set<String> OBJECT_TYPES = Set.of("model", "solidsupport", "support", "surface", "other");
    private static final Set<String> IMAGE_TYPES = Set.of("image/png", "image/jpeg");
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?");
    private static final String OBJECTS = "3MF core, 4";

    private final String part;
    private final PackedParts parts;
    private final Violations violations;
    private final Map<String, Resource> resources = new HashMap<>();
    /** Highest index asked of each property group. */
    private final Map<String, Integer> wanted = new LinkedHashMap<>();

    private @Nullable Resource current;
    private @Nullable String objectProperty;

    /** A resource under its id: what it is and how many entries it has. */
    private static final class Resource {
        private final String kind;
        private int entries;

        Resource(String kind) {
            this.kind = kind;
        }
    }

    ResourceRules(String part, PackedParts parts, Violations violations) {
        this.part = part;
        this.parts = parts;
        this.violations = violations;
    }

    /** Sees each start of an element; {@code parent} is the local name of the one around it. */
    void start(XMLStreamReader xml, String parent) throws UnreadableShape {
        String name = xml.getLocalName();
        boolean known =
                Namespaces.CORE.equals(xml.getNamespaceURI()) || Namespaces.MATERIALS.equals(xml.getNamespaceURI());
        if (parent.equals("resources")) {
            resource(xml, name, known);
        }
        if (!known) {
            return;
        }
        switch (name) {
            case "object" -> object(xml);
            case "triangle" -> triangle(xml);
            case "base" -> entry(xml, "displaycolor", COLOUR);
            case "color" -> entry(xml, "color", COLOUR);
            case "tex2coord" -> coordinates(xml);
            case "composite" -> entry(xml, "values", null);
            case "multi" -> entry(xml, "pindices", null);
            case "texture2d" -> texture(xml);
            case "texture2dgroup" -> refer(xml, "texid", "texture2d", "materials extension, 3");
            case "compositematerials" -> composite(xml);
            case "multiproperties" -> layers(xml);
            default -> {}
        }
    }

    /** Checks what could only be known at the end. */
    void finish() throws UnreadableShape {
        for (var group : wanted.entrySet()) {
            Resource resource = resources.get(group.getKey());
            if (resource == null || resource.kind.equals("object")) {
                violations.add(
                        "The part '%s' of the 3MF file uses the property group '%s', which it does not define (%s)."
                                .formatted(part, group.getKey(), OBJECTS));
            } else if (group.getValue() >= Math.max(1, resource.entries)) {
                violations.add(
                        "The part '%s' of the 3MF file uses entry %d of the property group '%s', which has %d (%s)."
                                .formatted(part, group.getValue(), group.getKey(), resource.entries, OBJECTS));
            }
        }
    }

    private void resource(XMLStreamReader xml, String name, boolean known) throws UnreadableShape {
        String id = SafeXml.attribute(xml, "id");
        current = new Resource(known ? name : "other");
        if (id == null) {
            if (known) {
                violations.add(part, xml, "a %s without id".formatted(name), "3MF core, 3.4.2");
            }
        } else if (resources.putIfAbsent(id, current) != null) {
            violations.add(part, xml, "the resource id '%s' twice".formatted(id), "3MF core, 3.4.2");
        }
    }

    private void object(XMLStreamReader xml) throws UnreadableShape {
        String type = SafeXml.attribute(xml, "type");
        if (type != null && !OBJECT_TYPES.contains(type)) {
            violations.add(part, xml, "an object of the unknown type '%s'".formatted(type), OBJECTS);
        }
        objectProperty = SafeXml.attribute(xml, "pid");
        String index = SafeXml.attribute(xml, "pindex");
        if (objectProperty == null && index != null) {
            violations.add(part, xml, "an object with pindex but without pid", OBJECTS);
        } else if (objectProperty != null && index == null) {
            violations.add(part, xml, "an object with pid but without pindex", OBJECTS);
        } else if (objectProperty != null && index != null) {
            want(xml, objectProperty, index);
        }
    }

    private void triangle(XMLStreamReader xml) throws UnreadableShape {
        String v1 = SafeXml.attribute(xml, "v1");
        String v2 = SafeXml.attribute(xml, "v2");
        String v3 = SafeXml.attribute(xml, "v3");
        if (v1 != null && v2 != null && (v1.equals(v2) || v1.equals(v3) || v2.equals(v3))) {
            violations.add(part, xml, "a triangle that uses a vertex twice", "3MF core, 4.1.4");
        }
        String property = SafeXml.attribute(xml, "pid");
        String group = property == null ? objectProperty : property;
        for (String corner : new String[] {"p1", "p2", "p3"}) {
            String index = SafeXml.attribute(xml, corner);
            if (index != null && group == null) {
                violations.add(part, xml, "a triangle with %s but without pid".formatted(corner), "3MF core, 4.1.4");
            } else if (index != null && group != null) {
                want(xml, group, index);
            }
        }
    }

    private void want(XMLStreamReader xml, String group, String index) throws UnreadableShape {
        double value = Numbers.parse(index.strip());
        if (!(value >= 0 && value < Integer.MAX_VALUE) || value != Math.rint(value)) {
            violations.add(part, xml, "the property index '%s'".formatted(index), OBJECTS);
        } else {
            wanted.merge(group, (int) value, Math::max);
        }
    }

    private void entry(XMLStreamReader xml, String attribute, @Nullable Pattern form) throws UnreadableShape {
        if (current != null) {
            current.entries++;
        }
        String value = need(xml, attribute);
        if (value != null && form != null && !form.matcher(value.strip()).matches()) {
            violations.add(part, xml, "the colour '%s'".formatted(value), "3MF core, 5.1");
        }
    }

    private void coordinates(XMLStreamReader xml) throws UnreadableShape {
        entry(xml, "u", null);
        need(xml, "v");
    }

    private void texture(XMLStreamReader xml) throws UnreadableShape {
        String path = need(xml, "path");
        if (path != null && parts.find(path) == null) {
            violations.add(
                    part,
                    xml,
                    "a texture at '%s', which the package does not hold".formatted(path),
                    "materials extension, 6");
        }
        String type = need(xml, "contenttype");
        if (type != null && !IMAGE_TYPES.contains(type)) {
            violations.add(
                    part,
                    xml,
                    "a texture of the type '%s'; PNG and JPEG may be".formatted(type),
                    "materials extension, 6");
        }
    }

    private void composite(XMLStreamReader xml) throws UnreadableShape {
        refer(xml, "matid", "basematerials", "materials extension, 4");
        String indices = need(xml, "matindices");
        String materials = SafeXml.attribute(xml, "matid");
        if (indices != null && materials != null) {
            for (String index : indices.strip().split("\\s+")) {
                want(xml, materials, index);
            }
        }
    }

    private void layers(XMLStreamReader xml) throws UnreadableShape {
        String groups = need(xml, "pids");
        Set<String> kinds = new HashSet<>();
        for (String id : groups == null ? new String[0] : groups.strip().split("\\s+")) {
            Resource layer = resources.get(id);
            if (layer == null) {
                violations.add(
                        part,
                        xml,
                        "a layer '%s' that is not defined before it".formatted(id),
                        "materials extension, 5");
                continue;
            }
            String kind = layer.kind.equals("compositematerials") ? "basematerials" : layer.kind;
            if (kind.equals("multiproperties")) {
                violations.add(part, xml, "a multiproperties in a multiproperties", "materials extension, 5");
            }
            boolean once = kind.equals("basematerials") || kind.equals("colorgroup");
            if (once && !kinds.add(kind)) {
                violations.add(part, xml, "two layers of %s".formatted(layer.kind), "materials extension, 5");
            }
        }
    }

    private void refer(XMLStreamReader xml, String attribute, String kind, String clause) throws UnreadableShape {
        String id = need(xml, attribute);
        Resource target = id == null ? null : resources.get(id);
        if (id != null && (target == null || !target.kind.equals(kind))) {
            violations.add(part, xml, "the %s '%s', which is no %s".formatted(attribute, id, kind), clause);
        }
    }

    private @Nullable String need(XMLStreamReader xml, String attribute) throws UnreadableShape {
        String value = SafeXml.attribute(xml, attribute);
        if (value == null || value.isBlank()) {
            violations.add(
                    part, xml, "a %s without %s".formatted(xml.getLocalName(), attribute), "materials extension");
            return null;
        }
        return value;
    }
}
