package org.millwright.geometry.reading.shape;

import java.util.Arrays;
import org.millwright.geometry.Mesh;

/**
 * Gives equal corners of facets with single-precision coordinates one shared vertex, as {@link VertexWeld} does, several
 * times faster. Vertices are numbered as they come; {@link #joined} numbers those of two halves of a file as if one had read it.
 */
public final class FacetWeld {
    private float[] xyz;
    private int[] table;
    private int shift;
    private int vertices;
    private final int[] corners;
    private int used;

    public FacetWeld(int facets) {
        corners = new int[Math.multiplyExact(3, facets)];
        int slots = Integer.highestOneBit(Math.max(16, facets)) * 2;
        table = new int[slots];
        shift = Long.SIZE - Integer.numberOfTrailingZeros(slots);
        xyz = new float[Math.max(48, 2 * facets)];
    }

    /** Adds a corner; all three numbers are finite. */
    public void corner(float x, float y, float z) {
        corners[used++] = vertex(x + 0f, y + 0f, z + 0f);
    }

    /** The mesh of the facets of both, those of {@code first} before those of {@code second}; uses up both. */
    public static Mesh joined(FacetWeld first, FacetWeld second) {
        var renumbered = new int[second.vertices];
        for (int vertex = 0; vertex < second.vertices; vertex++) {
            int at = 3 * vertex;
            renumbered[vertex] = first.vertex(second.xyz[at], second.xyz[at + 1], second.xyz[at + 2]);
        }
        int[] all = Arrays.copyOf(first.corners, first.used + second.used);
        for (int i = 0; i < second.used; i++) {
            all[first.used + i] = renumbered[second.corners[i]];
        }
        var coordinates = new double[3 * first.vertices];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = first.xyz[i];
        }
        return new Mesh(coordinates, all);
    }

    private int vertex(float x, float y, float z) {
        int mask = table.length - 1;
        int slot = hash(x, y, z);
        for (int known = table[slot]; known != 0; known = table[slot]) {
            int at = 3 * known - 3;
            if (xyz[at] == x && xyz[at + 1] == y && xyz[at + 2] == z) {
                return known - 1;
            }
            slot = (slot + 1) & mask;
        }
        int at = 3 * vertices;
        if (at + 3 > xyz.length) {
            xyz = Arrays.copyOf(xyz, xyz.length + (xyz.length >> 1) + 3);
        }
        xyz[at] = x;
        xyz[at + 1] = y;
        xyz[at + 2] = z;
        table[slot] = ++vertices;
        if (vertices > table.length >> 1) {
            grow();
        }
        return vertices - 1;
    }

    private void grow() {
        table = new int[2 * table.length];
        shift--;
        int mask = table.length - 1;
        for (int vertex = 0; vertex < vertices; vertex++) {
            int slot = hash(xyz[3 * vertex], xyz[3 * vertex + 1], xyz[3 * vertex + 2]);
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = vertex + 1;
        }
    }

    private int hash(float x, float y, float z) {
        long mixed = Float.floatToRawIntBits(x) * 0x9E3779B97F4A7C15L
                + Float.floatToRawIntBits(y) * 0xC2B2AE3D27D4EB4FL
                + Float.floatToRawIntBits(z) * 0x165667B19E3779F9L;
        mixed ^= mixed >>> 29;
        return (int) ((mixed * 0xBF58476D1CE4E5B9L) >>> shift);
    }
}
