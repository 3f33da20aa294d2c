package org.millwright.geometry.repair.steps;

import java.util.Arrays;
import org.millwright.geometry.Mesh;

/** Collects the triangles of a mesh in the making. */
public final class Faces {
    private int[] corners;
    private int length;

    /** Room for so many triangles; more are welcome. */
    public Faces(int expected) {
        corners = new int[Math.max(12, 3 * expected)];
    }

    /** Adds a triangle of three vertices. */
    public void add(int a, int b, int c) {
        if (length + 3 > corners.length) {
            corners = Arrays.copyOf(corners, corners.length * 2);
        }
        corners[length++] = a;
        corners[length++] = b;
        corners[length++] = c;
    }

    /** Adds a triangle of a mesh. */
    public void add(Mesh mesh, int triangle) {
        add(mesh.corner(triangle, 0), mesh.corner(triangle, 1), mesh.corner(triangle, 2));
    }

    /** Triangles so far. */
    public int count() {
        return length / 3;
    }

    /** A mesh of these faces over the vertices of another; vertices that no face uses are left out. */
    public Mesh over(Mesh vertices) {
        var coordinates = new double[3 * vertices.vertexCount()];
        for (int vertex = 0; vertex < vertices.vertexCount(); vertex++) {
            coordinates[3 * vertex] = vertices.x(vertex);
            coordinates[3 * vertex + 1] = vertices.y(vertex);
            coordinates[3 * vertex + 2] = vertices.z(vertex);
        }
        return over(coordinates);
    }

    /** A mesh of these faces over points given as x, y, z in turn; points that no face uses are left out. */
    public Mesh over(double[] points) {
        var numbers = new int[points.length / 3];
        for (int i = 0; i < length; i++) {
            numbers[corners[i]] = 1;
        }
        int used = 0;
        var kept = new double[points.length];
        for (int vertex = 0; vertex < numbers.length; vertex++) {
            if (numbers[vertex] == 1) {
                System.arraycopy(points, 3 * vertex, kept, 3 * used, 3);
                numbers[vertex] = used++;
            }
        }
        var renumbered = new int[length];
        for (int i = 0; i < length; i++) {
            renumbered[i] = numbers[corners[i]];
        }
        return new Mesh(Arrays.copyOf(kept, 3 * used), renumbered);
    }
}
