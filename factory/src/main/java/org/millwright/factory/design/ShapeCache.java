package org.millwright.factory.design;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Shape;

/** Recently used shapes, bounded by what they hold together: about 2 million triangles or segments. */
final class ShapeCache {
    private static final long ROOM = 2_000_000;

    private final Map<DesignId, Shape> recent = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    Shape get(DesignId id, Supplier<Shape> read) {
        Shape known = find(id);
        return known != null ? known : keep(id, read.get());
    }

    synchronized void forget(DesignId id) {
        Shape gone = recent.remove(id);
        if (gone != null) {
            held -= weight(gone);
        }
    }

    private synchronized @Nullable Shape find(DesignId id) {
        return recent.get(id);
    }

    private synchronized Shape keep(DesignId id, Shape shape) {
        forget(id);
        recent.put(id, shape);
        held += weight(shape);
        var eldest = recent.entrySet().iterator();
        while (held > ROOM && recent.size() > 1) {
            held -= weight(eldest.next().getValue());
            eldest.remove();
        }
        return shape;
    }

    private static long weight(Shape shape) {
        return switch (shape) {
            case Mesh mesh -> mesh.triangleCount();
            case Outline outline ->
                outline.regions().stream()
                        .mapToLong(region -> region.outer().size()
                                + region.holes().stream()
                                        .mapToLong(hole -> hole.size())
                                        .sum())
                        .sum();
        };
    }
}
