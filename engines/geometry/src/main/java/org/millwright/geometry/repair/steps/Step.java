package org.millwright.geometry.repair.steps;

import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;

/**
 * What one step made of a mesh.
 *
 * @param count 0 when there was nothing to do, and the mesh is the one that came in
 */
public record Step(Mesh mesh, int count, @Nullable Point at) {
    static Step nothing(Mesh mesh) {
        return new Step(mesh, 0, null);
    }
}
