package org.millwright.geometry.mesh;

import java.util.Arrays;
import java.util.List;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/** The shadow of a mesh on the bed. */
public final class Silhouette {
    private Silhouette() {}

    /**
     * The convex hull of the vertices seen from above.
     *
     * @throws IllegalArgumentException when the mesh has no extent seen from above, so that there is no hull
     */
    public static Region convex(Mesh mesh) {
        int[] order = sortedByX(mesh);
        var hull = new int[2 * order.length + 1];
        int size = 0;
        for (int vertex : order) {
            while (size >= 2 && !leftTurn(mesh, hull[size - 2], hull[size - 1], vertex)) {
                size--;
            }
            hull[size++] = vertex;
        }
        int lower = size + 1;
        for (int i = order.length - 2; i >= 0; i--) {
            while (size >= lower && !leftTurn(mesh, hull[size - 2], hull[size - 1], order[i])) {
                size--;
            }
            hull[size++] = order[i];
        }
        size--;
        if (size < 3) {
            throw new IllegalArgumentException(
                    "A mesh of %d vertices that has no extent seen from above has no silhouette."
                            .formatted(mesh.vertexCount()));
        }
        var xy = new double[2 * size];
        for (int i = 0; i < size; i++) {
            xy[2 * i] = mesh.x(hull[i]);
            xy[2 * i + 1] = mesh.y(hull[i]);
        }
        return new Region(new Ring(xy), List.of());
    }

    private static int[] sortedByX(Mesh mesh) {
        var boxed = new Integer[mesh.vertexCount()];
        Arrays.setAll(boxed, vertex -> vertex);
        Arrays.sort(boxed, (a, b) -> {
            int byX = Double.compare(mesh.x(a), mesh.x(b));
            return byX != 0 ? byX : Double.compare(mesh.y(a), mesh.y(b));
        });
        return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
    }

    private static boolean leftTurn(Mesh mesh, int a, int b, int c) {
        return (mesh.x(b) - mesh.x(a)) * (mesh.y(c) - mesh.y(a)) - (mesh.y(b) - mesh.y(a)) * (mesh.x(c) - mesh.x(a))
                > 0;
    }
}
