package org.millwright.geometry.reading.threemf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;

/** An object of a 3MF model: a mesh of its own, or components that place other objects. */
final class ThreeMfObject {
    private final String id;
    private final String type;
    private final List<ThreeMfModel.Use> components = new ArrayList<>(0);
    private double[] coordinates = new double[48];
    private int[] corners = new int[48];
    private int vertexNumbers;
    private int cornerCount;

    ThreeMfObject(String id, String type) {
        this.id = id;
        this.type = type;
    }

    String id() {
        return id;
    }

    /** Support bodies are the sender's advice for one printer and no part of the product. */
    boolean isSupport() {
        return type.equals("support") || type.equals("solidsupport");
    }

    /** Neither part nor support: no item of a build may place it. */
    boolean isOther() {
        return type.equals("other");
    }

    List<ThreeMfModel.Use> components() {
        return components;
    }

    int triangles() {
        return cornerCount / 3;
    }

    void vertex(double x, double y, double z, ReadLimits limits) throws UnreadableShape {
        if (vertexNumbers / 3 >= 3L * limits.triangles()) {
            throw tooMany("vertices", 3L * limits.triangles());
        }
        if (vertexNumbers == coordinates.length) {
            coordinates = Arrays.copyOf(coordinates, 2 * vertexNumbers);
        }
        coordinates[vertexNumbers++] = x;
        coordinates[vertexNumbers++] = y;
        coordinates[vertexNumbers++] = z;
    }

    void triangle(int a, int b, int c, ReadLimits limits) throws UnreadableShape {
        if (triangles() >= limits.triangles()) {
            throw tooMany("triangles", limits.triangles());
        }
        if (cornerCount == corners.length) {
            corners = Arrays.copyOf(corners, 2 * cornerCount);
        }
        corners[cornerCount++] = a;
        corners[cornerCount++] = b;
        corners[cornerCount++] = c;
    }

    /** Adds the object's own triangles, placed; a mirroring placement turns them so that they still look outwards. */
    void addTo(MeshParts parts, Placement placement) throws UnreadableShape {
        boolean mirrors = placement.mirrors();
        parts.begin(triangles());
        for (int i = 0; i < cornerCount; i += 3) {
            add(i, parts, placement);
            add(mirrors ? i + 2 : i + 1, parts, placement);
            add(mirrors ? i + 1 : i + 2, parts, placement);
        }
    }

    private void add(int corner, MeshParts parts, Placement placement) throws UnreadableShape {
        int vertex = corners[corner];
        if (vertex >= vertexNumbers / 3) {
            throw new UnreadableShape(
                    "Triangle %d of object %s in the 3MF file uses vertex %d, but there are only %d."
                            .formatted(corner / 3 + 1, id, vertex, vertexNumbers / 3),
                    "Repair the part in the program it was drawn in and export it again.");
        }
        double x = coordinates[3 * vertex];
        double y = coordinates[3 * vertex + 1];
        double z = coordinates[3 * vertex + 2];
        parts.corner(placement.x(x, y, z), placement.y(x, y, z), placement.z(x, y, z));
    }

    private UnreadableShape tooMany(String what, long most) {
        return new UnreadableShape(
                "Object %s of the 3MF file has more than %d %s.".formatted(id, most, what),
                "Maybe export with a coarser tolerance, for instance 0.05 mm.");
    }
}
