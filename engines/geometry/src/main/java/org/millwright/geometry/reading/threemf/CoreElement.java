package org.millwright.geometry.reading.threemf;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the schema of 3MF core allows in an element.
 *
 * @param attributes of no namespace
 * @param children of the core namespace
 * @param foreignAttributes whether attributes of other namespaces may be there
 * @param foreignChildren whether elements of other namespaces may be there
 */
record CoreElement(Set<String> attributes, Set<String> children, boolean foreignAttributes, boolean foreignChildren) {
    private static final Map<String, CoreElement> ALL = Map.ofEntries(
            Map.entry(
                    "model",
                    new CoreElement(
                            Set.of("unit", "requiredextensions", "recommendedextensions"),
                            Set.of("metadata", "resources", "build"),
                            true,
                            true)),
            Map.entry("metadata", leaf("name", "preserve", "type")),
            Map.entry("metadatagroup", new CoreElement(Set.of(), Set.of("metadata"), true, false)),
            Map.entry("resources", new CoreElement(Set.of(), Set.of("basematerials", "object"), true, true)),
            Map.entry("basematerials", new CoreElement(Set.of("id"), Set.of("base"), true, false)),
            Map.entry("base", leaf("name", "displaycolor")),
            Map.entry(
                    "object",
                    new CoreElement(
                            Set.of("id", "type", "thumbnail", "partnumber", "name", "pid", "pindex"),
                            Set.of("metadatagroup", "mesh", "components"),
                            true,
                            true)),
            Map.entry("mesh", new CoreElement(Set.of(), Set.of("vertices", "triangles"), true, true)),
            Map.entry("vertices", new CoreElement(Set.of(), Set.of("vertex"), false, false)),
            Map.entry("vertex", leaf("x", "y", "z")),
            Map.entry("triangles", new CoreElement(Set.of(), Set.of("triangle"), false, false)),
            Map.entry("triangle", leaf("v1", "v2", "v3", "p1", "p2", "p3", "pid")),
            Map.entry("components", new CoreElement(Set.of(), Set.of("component"), false, false)),
            Map.entry("component", leaf("objectid", "transform")),
            Map.entry("build", new CoreElement(Set.of(), Set.of("item"), true, false)),
            Map.entry(
                    "item",
                    new CoreElement(
                            Set.of("objectid", "transform", "partnumber"), Set.of("metadatagroup"), true, false)));

    static @Nullable CoreElement find(String name) {
        return ALL.get(name);
    }

    private static CoreElement leaf(String... attributes) {
        return new CoreElement(Set.of(attributes), Set.of(), true, false);
    }
}
