package org.millwright.geometry;

/**
 * A solid described by triangles over shared vertices. Immutable: the arrays given at construction must not be changed
 * afterwards and are never handed out; hot loops read through the accessors, which the compiler inlines.
 *
 * <p>{@code coordinates} holds x, y, z of each vertex in turn; {@code corners} holds three vertex numbers per triangle,
 * counter-clockwise seen from outside.
 */
public final class Mesh implements Shape {
    private final double[] coordinates;
    private final int[] corners;
    private final Bounds bounds;

    /** Takes ownership of both arrays. Throws {@link IllegalArgumentException} when their lengths are no multiple of three. */
    public Mesh(double[] coordinates, int[] corners) {
        if (coordinates.length % 3 != 0 || corners.length % 3 != 0) {
            throw new IllegalArgumentException("A mesh needs three numbers per vertex and per triangle, got %d and %d."
                    .formatted(coordinates.length, corners.length));
        }
        this.coordinates = coordinates;
        this.corners = corners;
        this.bounds = boundsOf(coordinates);
    }

    public int vertexCount() {
        return coordinates.length / 3;
    }

    public int triangleCount() {
        return corners.length / 3;
    }

    /** Vertex number of corner 0, 1 or 2 of a triangle. */
    public int corner(int triangle, int corner) {
        return corners[3 * triangle + corner];
    }

    public double x(int vertex) {
        return coordinates[3 * vertex];
    }

    public double y(int vertex) {
        return coordinates[3 * vertex + 1];
    }

    public double z(int vertex) {
        return coordinates[3 * vertex + 2];
    }

    @Override
    public Bounds bounds() {
        return bounds;
    }

    @Override
    public Mesh scaled(double factor) {
        var scaled = new double[coordinates.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = coordinates[i] * factor;
        }
        return new Mesh(scaled, corners);
    }

    /** The same solid moved by the given distances. */
    public Mesh moved(double dx, double dy, double dz) {
        var moved = new double[coordinates.length];
        for (int i = 0; i < moved.length; i += 3) {
            moved[i] = coordinates[i] + dx;
            moved[i + 1] = coordinates[i + 1] + dy;
            moved[i + 2] = coordinates[i + 2] + dz;
        }
        return new Mesh(moved, corners);
    }

    private static Bounds boundsOf(double[] coordinates) {
        double minX = Double.POSITIVE_INFINITY, minY = minX, minZ = minX;
        double maxX = Double.NEGATIVE_INFINITY, maxY = maxX, maxZ = maxX;
        for (int i = 0; i < coordinates.length; i += 3) {
            minX = Math.min(minX, coordinates[i]);
            maxX = Math.max(maxX, coordinates[i]);
            minY = Math.min(minY, coordinates[i + 1]);
            maxY = Math.max(maxY, coordinates[i + 1]);
            minZ = Math.min(minZ, coordinates[i + 2]);
            maxZ = Math.max(maxZ, coordinates[i + 2]);
        }
        if (coordinates.length == 0) {
            return new Bounds(new Point(0, 0, 0), new Point(0, 0, 0));
        }
        return new Bounds(new Point(minX, minY, minZ), new Point(maxX, maxY, maxZ));
    }
}
