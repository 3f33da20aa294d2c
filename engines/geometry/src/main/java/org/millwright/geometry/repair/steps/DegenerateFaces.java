package org.millwright.geometry.repair.steps;

import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;

/**
 * Takes out faces with two corners in one point, and faces without area that have a corner no other face knows. Other
 * faces without area stay: they hold the faces around them together.
 */
public final class DegenerateFaces {
    private DegenerateFaces() {}

    /** Removes faces without area. */
    public static Step remove(Mesh mesh) {
        var uses = new int[mesh.vertexCount()];
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            for (int corner = 0; corner < 3; corner++) {
                uses[mesh.corner(triangle, corner)]++;
            }
        }
        var kept = new Faces(mesh.triangleCount());
        Point first = null;
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            if (collapsed(mesh, triangle) || (lonely(mesh, triangle, uses) && flat(mesh, triangle))) {
                first = first == null ? Edges.point(mesh, mesh.corner(triangle, 0)) : first;
            } else {
                kept.add(mesh, triangle);
            }
        }
        return step(mesh, kept, first);
    }

    private static Step step(Mesh mesh, Faces kept, @Nullable Point first) {
        int removed = mesh.triangleCount() - kept.count();
        return removed == 0 ? Step.nothing(mesh) : new Step(kept.over(mesh), removed, first);
    }

    static boolean collapsed(Mesh mesh, int triangle) {
        int a = mesh.corner(triangle, 0);
        int b = mesh.corner(triangle, 1);
        int c = mesh.corner(triangle, 2);
        return a == b || b == c || c == a;
    }

    private static boolean lonely(Mesh mesh, int triangle, int[] uses) {
        return uses[mesh.corner(triangle, 0)] == 1
                || uses[mesh.corner(triangle, 1)] == 1
                || uses[mesh.corner(triangle, 2)] == 1;
    }

    private static boolean flat(Mesh mesh, int triangle) {
        var normal = new double[3];
        double twiceArea = Vectors.normal(
                mesh, mesh.corner(triangle, 0), mesh.corner(triangle, 1), mesh.corner(triangle, 2), normal);
        double longest = 0;
        for (int corner = 0; corner < 3; corner++) {
            longest = Math.max(
                    longest,
                    Vectors.distance(mesh, mesh.corner(triangle, corner), mesh.corner(triangle, (corner + 1) % 3)));
        }
        return twiceArea <= 1e-14 * longest * longest;
    }
}
