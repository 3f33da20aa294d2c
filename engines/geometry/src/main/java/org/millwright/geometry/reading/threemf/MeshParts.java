package org.millwright.geometry.reading.threemf;

import java.util.Arrays;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.shape.VertexWeld;

/** Puts bodies side by side into one mesh. Corners are welded inside a body, never from one body to the next. */
final class MeshParts {
    private final ReadLimits limits;
    private VertexWeld weld = new VertexWeld(0);
    private double[] coordinates = new double[0];
    private int[] corners = new int[0];
    private int coordinateCount;
    private int cornerCount;

    MeshParts(ReadLimits limits) {
        this.limits = limits;
    }

    void begin(int triangles) throws UnreadableShape {
        finishBody();
        if ((long) cornerCount / 3 + triangles > limits.triangles()) {
            throw new UnreadableShape(
                    "The placed objects of the 3MF file have more than %d triangles in all."
                            .formatted(limits.triangles()),
                    "Maybe upload one copy of each part and order it in a quantity.");
        }
        weld = new VertexWeld(triangles);
    }

    void corner(double x, double y, double z) throws UnreadableShape {
        if (!(Math.abs(x) <= 1e15 && Math.abs(y) <= 1e15 && Math.abs(z) <= 1e15)) {
            throw new UnreadableShape(
                    "A placed object of the 3MF file has a corner at (%s, %s, %s); that is no place."
                            .formatted(x, y, z),
                    "Repair the part in the program it was drawn in and export it again.");
        }
        weld.corner(x, y, z);
    }

    Mesh mesh() {
        finishBody();
        return new Mesh(Arrays.copyOf(coordinates, coordinateCount), Arrays.copyOf(corners, cornerCount));
    }

    private void finishBody() {
        if (weld.triangles() == 0) {
            return;
        }
        Mesh body = weld.mesh();
        weld = new VertexWeld(0);
        int firstVertex = coordinateCount / 3;
        coordinates = withRoom(coordinates, coordinateCount + 3 * body.vertexCount());
        for (int vertex = 0; vertex < body.vertexCount(); vertex++) {
            coordinates[coordinateCount++] = body.x(vertex);
            coordinates[coordinateCount++] = body.y(vertex);
            coordinates[coordinateCount++] = body.z(vertex);
        }
        int needed = cornerCount + 3 * body.triangleCount();
        if (corners.length < needed) {
            corners = Arrays.copyOf(corners, Math.max(needed, corners.length + corners.length / 2));
        }
        for (int triangle = 0; triangle < body.triangleCount(); triangle++) {
            for (int corner = 0; corner < 3; corner++) {
                corners[cornerCount++] = firstVertex + body.corner(triangle, corner);
            }
        }
    }

    private static double[] withRoom(double[] array, int needed) {
        return array.length >= needed ? array : Arrays.copyOf(array, Math.max(needed, array.length + array.length / 2));
    }
}
