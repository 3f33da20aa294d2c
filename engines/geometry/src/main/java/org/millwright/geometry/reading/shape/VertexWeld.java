package org.millwright.geometry.reading.shape;

import java.util.Arrays;
import org.millwright.geometry.Mesh;

/**
 * Collects triangles given by their corner coordinates and gives equal corners one shared vertex. Equal means equal in
 * every bit, apart from the sign of zero: welding must not change what the file says.
 */
public final class VertexWeld {
    private double[] coordinates;
    private int[] corners;
    private int[] table;
    private int vertices;
    private int usedCorners;

    public VertexWeld(int expectedTriangles) {
        coordinates = new double[Math.max(24, (int) Math.min(expectedTriangles * 2L, 30_000_000))];
        corners = new int[Math.max(12, Math.multiplyExact(3, expectedTriangles))];
        table = new int[Integer.highestOneBit(Math.max(16, expectedTriangles)) * 2];
    }

    public void corner(double x, double y, double z) {
        if (usedCorners == corners.length) {
            corners = Arrays.copyOf(corners, corners.length + (corners.length >> 1));
        }
        corners[usedCorners++] = vertex(x + 0.0, y + 0.0, z + 0.0);
    }

    /** A corner that shares its vertex with no other, wherever it is. */
    public void cornerOfItsOwn(double x, double y, double z) {
        if (usedCorners == corners.length) {
            corners = Arrays.copyOf(corners, corners.length + (corners.length >> 1));
        }
        corners[usedCorners++] = vertices;
        append(x + 0.0, y + 0.0, z + 0.0);
    }

    public int triangles() {
        return usedCorners / 3;
    }

    public Mesh mesh() {
        return new Mesh(Arrays.copyOf(coordinates, 3 * vertices), Arrays.copyOf(corners, usedCorners));
    }

    private int vertex(double x, double y, double z) {
        int mask = table.length - 1;
        int slot = hash(x, y, z) & mask;
        while (table[slot] != 0) {
            int known = 3 * (table[slot] - 1);
            if (coordinates[known] == x && coordinates[known + 1] == y && coordinates[known + 2] == z) {
                return table[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = vertices + 1;
        append(x, y, z);
        if (vertices > table.length / 2) {
            rehash();
        }
        return vertices - 1;
    }

    private void append(double x, double y, double z) {
        if (3 * vertices + 3 > coordinates.length) {
            coordinates = Arrays.copyOf(coordinates, coordinates.length + (coordinates.length >> 1) + 3);
        }
        coordinates[3 * vertices] = x;
        coordinates[3 * vertices + 1] = y;
        coordinates[3 * vertices + 2] = z;
        vertices++;
    }

    private void rehash() {
        var larger = new int[table.length * 2];
        int mask = larger.length - 1;
        for (int vertex = 0; vertex < vertices; vertex++) {
            int slot = hash(coordinates[3 * vertex], coordinates[3 * vertex + 1], coordinates[3 * vertex + 2]) & mask;
            while (larger[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            larger[slot] = vertex + 1;
        }
        table = larger;
    }

    private static int hash(double x, double y, double z) {
        long mixed = Double.doubleToRawLongBits(x) * 0x9E3779B97F4A7C15L;
        mixed = (Long.rotateLeft(mixed, 27) ^ Double.doubleToRawLongBits(y)) * 0xC2B2AE3D27D4EB4FL;
        mixed = (Long.rotateLeft(mixed, 31) ^ Double.doubleToRawLongBits(z)) * 0x165667B19E3779F9L;
        return (int) (mixed >>> 32) ^ (int) (mixed >>> 7);
    }
}
