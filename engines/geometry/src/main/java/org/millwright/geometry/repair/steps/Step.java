package org.millwright.geometry.repair.steps;

import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;

/**
 * What one step made of a mesh.
 *
 * @param count 0 when there was nothing to do, and the mesh is the one that came in
 * @param movedMm how far whole bodies were moved; 0 for all steps that move none
 */
public record Step(Mesh mesh, int count, @Nullable Point at, double movedMm) {
    Step(Mesh mesh, int count, @Nullable Point at) {
        this(mesh, count, at, 0);
    }

    static Step nothing(Mesh mesh) {
        return new Step(mesh, 0, null);
    }
}
