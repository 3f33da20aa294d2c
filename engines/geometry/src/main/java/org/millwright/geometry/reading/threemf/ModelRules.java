package org.millwright.geometry.reading.threemf;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamReader;
import org.millwright.geometry.UnreadableShape;

/** All rules for one model part. Leniently, the rules for single vertices and triangles are left out: they cost time. */
final class ModelRules {
    private final MarkupRules markup;
    private final ResourceRules resources;
    private final boolean thorough;
    private final Deque<String> open = new ArrayDeque<>();

    ModelRules(String part, PackedParts parts, Violations violations) {
        markup = new MarkupRules(part, violations);
        resources = new ResourceRules(part, parts, violations);
        thorough = violations.strict();
    }

    void start(XMLStreamReader xml) throws UnreadableShape {
        if (!thorough && isSmall(xml)) {
            return;
        }
        markup.start(xml);
        resources.start(xml, open.isEmpty() ? "" : open.getLast());
        open.addLast(xml.getLocalName());
    }

    void end(XMLStreamReader xml) {
        if (!thorough && isSmall(xml)) {
            return;
        }
        markup.end();
        open.removeLast();
    }

    void finish(boolean root) throws UnreadableShape {
        markup.finish(root);
        resources.finish();
    }

    private static boolean isSmall(XMLStreamReader xml) {
        String name = xml.getLocalName();
        return name.equals("vertex") || name.equals("triangle");
    }
}
