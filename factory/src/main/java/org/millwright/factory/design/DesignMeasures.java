package org.millwright.factory.design;

import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Shape;
import org.millwright.geometry.mesh.MeshMeasures;
import org.millwright.geometry.outline.OutlineMeasures;

/**
 * What a page and a quote show of a shape; millimetres, mm², mm³.
 *
 * @param kind {@code mesh} or {@code outline}
 * @param volumeMm3 of meshes
 * @param cutLengthMm of outlines
 */
public record DesignMeasures(
        String kind,
        double sizeXMm,
        double sizeYMm,
        double sizeZMm,
        double areaMm2,
        @Nullable Double volumeMm3,
        @Nullable Integer triangles,
        @Nullable Boolean watertight,
        @Nullable Double cutLengthMm,
        @Nullable Integer closedLoops,
        @Nullable Integer holes) {

    static DesignMeasures of(Shape shape) {
        Bounds box = shape.bounds();
        return switch (shape) {
            case Mesh mesh -> {
                var measures = MeshMeasures.of(mesh);
                yield new DesignMeasures(
                        "mesh",
                        box.sizeX(),
                        box.sizeY(),
                        box.sizeZ(),
                        measures.areaMm2(),
                        measures.volumeMm3(),
                        measures.triangles(),
                        measures.watertight(),
                        null,
                        null,
                        null);
            }
            case Outline outline -> {
                var measures = OutlineMeasures.of(outline);
                yield new DesignMeasures(
                        "outline",
                        box.sizeX(),
                        box.sizeY(),
                        0,
                        measures.areaMm2(),
                        null,
                        null,
                        null,
                        measures.cutLengthMm(),
                        measures.closedLoops(),
                        measures.holes());
            }
        };
    }
}
