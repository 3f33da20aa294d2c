package org.millwright.geometry.reading.threemf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.source.SafeXml;

/** Which elements and attributes may stand where (3MF core, 2.3 and 3.4). */
final class MarkupRules {
    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String MARKUP = "3MF core, 2.3.2";

    private final String part;
    private final Violations violations;
    /** Names of the open core elements; an empty name for elements of other namespaces. */
    private final Deque<String> open = new ArrayDeque<>();

    private final Set<String> ignorable = new HashSet<>();
    private final Set<String> metadataNames = new HashSet<>();
    private final Map<String, Integer> sections = new HashMap<>();

    MarkupRules(String part, Violations violations) {
        this.part = part;
        this.violations = violations;
    }

    void start(XMLStreamReader xml) throws UnreadableShape {
        boolean core = Namespaces.CORE.equals(xml.getNamespaceURI());
        String name = core ? xml.getLocalName() : "";
        if (open.isEmpty()) {
            root(xml, name);
        } else {
            child(xml, core, name);
        }
        if (core) {
            attributes(xml, name);
            if (name.equals("metadata")) {
                metadata(xml);
            }
        }
        open.addLast(name);
    }

    void end() {
        if ("metadatagroup".equals(open.removeLast())) {
            metadataNames.clear();
        }
    }

    /** @param root whether this is the part that the package names as its model */
    void finish(boolean root) throws UnreadableShape {
        for (String section : root ? Set.of("resources", "build") : Set.of("resources")) {
            if (!sections.containsKey(section)) {
                violations.add(
                        "The part '%s' of the 3MF file has no %s element (3MF core, 3.4).".formatted(part, section));
            }
        }
    }

    private void root(XMLStreamReader xml, String name) throws UnreadableShape {
        if (!name.equals("model")) {
            violations.add(part, xml, "a %s where a model should be".formatted(xml.getLocalName()), "3MF core, 3.4");
        }
        String encoding = xml.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("utf-8") && !encoding.equalsIgnoreCase("utf-16")) {
            violations.add(part, xml, "the encoding %s; only UTF-8 and UTF-16 may be".formatted(encoding), MARKUP);
        }
        String prefixes = xml.getAttributeValue(Namespaces.COMPATIBILITY, "Ignorable");
        for (String prefix : prefixes == null ? new String[0] : prefixes.strip().split("\\s+")) {
            String namespace = xml.getNamespaceURI(prefix);
            if (namespace != null) {
                ignorable.add(namespace);
            }
        }
    }

    private void child(XMLStreamReader xml, boolean core, String name) throws UnreadableShape {
        String parent = open.getLast();
        CoreElement around = CoreElement.find(parent);
        if (around == null) {
            return;
        }
        boolean allowed = core
                ? around.children().contains(name)
                : around.foreignChildren() || isIgnorable(xml.getNamespaceURI());
        if (!allowed) {
            violations.add(part, xml, "a %s inside a %s".formatted(xml.getLocalName(), parent), MARKUP);
        }
        if (parent.equals("model")
                && (name.equals("resources") || name.equals("build"))
                && sections.merge(name, 1, Integer::sum) > 1) {
            violations.add(part, xml, "a second %s element".formatted(name), "3MF core, 3.4");
        }
    }

    private void attributes(XMLStreamReader xml, String name) throws UnreadableShape {
        CoreElement element = CoreElement.find(name);
        for (int i = 0; element != null && i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            String attribute = xml.getAttributeLocalName(i);
            if (!mayStand(element, name, namespace, attribute)) {
                violations.add(part, xml, "the attribute %s on a %s".formatted(attribute, name), MARKUP);
            }
        }
    }

    private boolean mayStand(CoreElement element, String name, @Nullable String namespace, String attribute) {
        if (namespace == null || namespace.isEmpty()) {
            return element.attributes().contains(attribute);
        }
        if (namespace.equals(XMLConstants.XML_NS_URI)) {
            return name.equals("model") && attribute.equals("lang");
        }
        // Names of the xsi namespace may not be used at all, those of others where the schema leaves room.
        return !namespace.equals(SCHEMA_INSTANCE) && (element.foreignAttributes() || isIgnorable(namespace));
    }

    private boolean isIgnorable(@Nullable String namespace) {
        return namespace != null && (ignorable.contains(namespace) || namespace.equals(Namespaces.COMPATIBILITY));
    }

    private void metadata(XMLStreamReader xml) throws UnreadableShape {
        String name = SafeXml.attribute(xml, "name");
        // Scripts write a name that is missing as "undefined"; the consortium's suite holds such a file.
        if (name == null || name.isBlank() || name.equalsIgnoreCase("undefined")) {
            violations.add(part, xml, "metadata without a name", "3MF core, 3.4.1");
        } else if (!metadataNames.add(name)) {
            violations.add(part, xml, "the metadata '%s' twice".formatted(name), "3MF core, 3.4.1");
        }
    }
}
