package org.millwright.geometry.reading.threemf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.source.SafeXml;

/** The relationships of one part of a package, or of the package itself (ECMA-376 part 2, clause 9.3). */
record Relations(String source, List<Relation> relations) {
    static final String MODEL = "http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel";
    static final String PRINT_TICKET = "http://schemas.microsoft.com/3dmanufacturing/2013/01/printticket";
    static final String THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail";

    /** @param target resolved against the part it comes from; null when it lies outside of the package */
    record Relation(
            String id,
            String type,
            String written,
            @Nullable String target) {}

    /** @param source a part, or the empty text for the package; without a relationship part there are no relations */
    static Relations read(PackedParts parts, String source) throws IOException, UnreadableShape {
        int slash = source.lastIndexOf('/');
        String name = source.substring(0, slash + 1) + "_rels/" + source.substring(slash + 1) + ".rels";
        var relations = new ArrayList<Relation>();
        if (parts.find(name) != null) {
            parts.read(name, xml -> readAll(xml, source, relations));
        }
        return new Relations(source, List.copyOf(relations));
    }

    List<Relation> ofType(String type) {
        return relations.stream()
                .filter(relation -> relation.type().equals(type))
                .toList();
    }

    /** Checks what 3MF core asks of relationships in clauses 2.1.1 to 2.1.4. */
    void check(PackedParts parts, Violations violations) throws UnreadableShape {
        String where = source.isEmpty() ? "The 3MF package" : "The part '%s' of the 3MF file".formatted(source);
        Set<String> ids = new HashSet<>();
        for (Relation relation : relations) {
            if (!ids.add(relation.id())) {
                violations.add(
                        "%s has two relationships with the id '%s' (ECMA-376-2, 9.3).".formatted(where, relation.id()));
            }
            String target = relation.target();
            if (target == null) {
                violations.add("%s refers to '%s', which is outside of the package (3MF core, 2.1)."
                        .formatted(where, relation.written()));
            } else if (parts.find(target) == null) {
                violations.add("%s refers to '%s', which the package does not hold (3MF core, 2.1)."
                        .formatted(where, relation.written()));
            }
        }
        atMostOne(where, PRINT_TICKET, "print ticket", violations);
        atMostOne(where, THUMBNAIL, "thumbnail", violations);
        if (source.isEmpty()) {
            atMostOne(where, MODEL, "3D model", violations);
        }
    }

    private void atMostOne(String where, String type, String kind, Violations violations) throws UnreadableShape {
        if (ofType(type).size() > 1) {
            violations.add("%s has %d relationships to a %s where one may be (3MF core, 2.1)."
                    .formatted(where, ofType(type).size(), kind));
        }
    }

    private static void readAll(XMLStreamReader xml, String source, List<Relation> into)
            throws XMLStreamException, UnreadableShape {
        while (xml.hasNext()) {
            int event = xml.next();
            SafeXml.check(xml, "3MF package");
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Relationship")) {
                String target = orEmpty(SafeXml.attribute(xml, "Target"));
                boolean external = "External".equals(SafeXml.attribute(xml, "TargetMode"));
                into.add(new Relation(
                        orEmpty(SafeXml.attribute(xml, "Id")),
                        orEmpty(SafeXml.attribute(xml, "Type")),
                        target,
                        external ? null : resolved(source, target)));
            }
        }
    }

    /** The part that a relation leads to, after RFC 3986 clause 5.2; nothing when it leads out of the package. */
    private static @Nullable String resolved(String source, String target) {
        if (target.matches("[A-Za-z][A-Za-z0-9+.-]*:.*") || target.startsWith("//")) {
            return null;
        }
        String path = target.replaceFirst("[?#].*", "");
        if (path.startsWith("/")) {
            return withoutDots(path);
        }
        String base = "/" + source;
        return withoutDots(path.isEmpty() ? base : base.substring(0, base.lastIndexOf('/') + 1) + path);
    }

    /** After clause 5.2.4: single dots vanish, double dots take the step before them away. */
    private static String withoutDots(String path) {
        var steps = new ArrayList<String>();
        for (String step : path.substring(1).split("/", -1)) {
            if (step.equals("..")) {
                if (!steps.isEmpty()) {
                    steps.removeLast();
                }
            } else if (!step.equals(".")) {
                steps.add(step);
            }
        }
        return "/" + String.join("/", steps);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
