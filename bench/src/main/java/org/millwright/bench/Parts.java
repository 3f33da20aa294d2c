package org.millwright.bench;

import java.util.Locale;
import org.millwright.geometry.Mesh;

/** Parts of any number of triangles. */
final class Parts {
    private Parts() {}

    /** A ring lying flat: {@code around} times {@code across} quadrilaterals, two triangles each. Millimetres. */
    static Mesh torus(double ringRadius, double tubeRadius, int around, int across) {
        var coordinates = new double[around * across * 3];
        var corners = new int[around * across * 6];
        for (int i = 0; i < around; i++) {
            double turn = 2 * Math.PI * i / around;
            for (int j = 0; j < across; j++) {
                double tube = 2 * Math.PI * j / across;
                int vertex = (i * across + j) * 3;
                double radius = ringRadius + tubeRadius * Math.cos(tube);
                coordinates[vertex] = radius * Math.cos(turn);
                coordinates[vertex + 1] = radius * Math.sin(turn);
                coordinates[vertex + 2] = tubeRadius * Math.sin(tube);
                int next = (i + 1) % around;
                int up = (j + 1) % across;
                int[] quad = {i * across + j, next * across + j, next * across + up, i * across + up};
                int corner = (i * across + j) * 6;
                int[] order = {0, 1, 2, 0, 2, 3};
                for (int k = 0; k < 6; k++) {
                    corners[corner + k] = quad[order[k]];
                }
            }
        }
        return new Mesh(coordinates, corners);
    }

    static String stl(Mesh mesh) {
        var text = new StringBuilder("solid part\n");
        for (int t = 0; t < mesh.triangleCount(); t++) {
            text.append("facet normal 0 0 0\nouter loop\n");
            for (int c = 0; c < 3; c++) {
                int vertex = mesh.corner(t, c);
                text.append(String.format(
                        Locale.ROOT, "vertex %.6f %.6f %.6f%n", mesh.x(vertex), mesh.y(vertex), mesh.z(vertex)));
            }
            text.append("endloop\nendfacet\n");
        }
        return text.append("endsolid part\n").toString();
    }
}
