package org.millwright.geometry.repair.steps;

import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;

/** Closes holes: traces the loops of open edges and covers each with faces that bend as little as possible. */
public final class Holes {
    private static final double MOST_LEFT = 0.1;

    private Holes() {}

    /** Closes what is open. */
    public static Step fill(Mesh mesh) {
        Mesh current = mesh;
        int count = 0;
        Point at = null;
        // Covering one loop may free the way for the next where loops shared points, so look again.
        for (int round = 0; round < 3; round++) {
            Step step = round(current);
            if (step.count() == 0) {
                break;
            }
            count += step.count();
            at = at == null ? step.at() : at;
            current = step.mesh();
        }
        // Covers that leave much open do not make a body; the faces as they came are the better guess then.
        boolean closes = count > 0
                && Edges.of(current).openCount() <= MOST_LEFT * Edges.of(mesh).openCount();
        return closes ? new Step(current, count, at) : Step.nothing(mesh);
    }

    /** Whether the loop only runs around a single loose face, whose cover would be its own back. */
    private static boolean isOneFace(int[] loop) {
        return loop.length == 3 && loop[0] / 3 == loop[1] / 3 && loop[1] / 3 == loop[2] / 3;
    }

    private static Step round(Mesh mesh) {
        var edges = Edges.of(mesh);
        if (edges.openCount() == 0) {
            return Step.nothing(mesh);
        }
        var loops = new HoleLoops(edges, mesh.vertexCount()).trace();
        var cover = new HoleCover(mesh, edges);
        var faces = new Faces(mesh.triangleCount() + loops.size());
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            faces.add(mesh, triangle);
        }
        int filled = 0;
        @Nullable Point first = null;
        for (int[] loop : loops) {
            if (isOneFace(loop)) {
                continue;
            }
            cover.fill(loop, faces);
            first = filled++ == 0 ? Edges.point(mesh, edges.start(loop[0])) : first;
        }
        return filled == 0 ? Step.nothing(mesh) : new Step(faces.over(mesh), filled, first);
    }
}
