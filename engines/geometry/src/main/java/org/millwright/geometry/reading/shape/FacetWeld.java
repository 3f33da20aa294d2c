package org.millwright.geometry.reading.shape;

import java.util.Arrays;
import org.millwright.geometry.Mesh;

/**
 * Gives equal corners of facets with single-precision coordinates one shared vertex, as {@link VertexWeld} does, several
 * times faster. Vertices are numbered as they come; {@link #joined} numbers those of two halves of a file as if one had read it.
 */
public final class FacetWeld {
    /** Vertices met last are looked for first in so small a table that it stays in the processor's nearest cache. */
    private static final int RECENT_BITS = 12;

    private float[] xyz;
    private int[] table;
    private int shift;
    private int vertices;
    private final int[] corners;
    private int used;
    private final int[] recent = new int[1 << RECENT_BITS];

    public FacetWeld(int facets) {
        corners = new int[Math.multiplyExact(3, facets)];
        int slots = Integer.highestOneBit(Math.max(16, facets)) * 2;
        table = new int[slots];
        shift = Long.SIZE - Integer.numberOfTrailingZeros(slots);
        xyz = new float[Math.max(48, 2 * facets)];
    }

    /** Adds a corner; all three numbers are finite. */
    public void corner(float x, float y, float z) {
        corners[used++] = recentOrAny(x + 0f, y + 0f, z + 0f);
    }

    /** The mesh of the facets of both, those of {@code first} before those of {@code second}; uses up both. */
    public static Mesh joined(FacetWeld first, FacetWeld second) {
        var renumbered = new int[second.vertices];
        for (int vertex = 0; vertex < second.vertices; vertex++) {
            int at = 3 * vertex;
            renumbered[vertex] = first.findOrAppend(second.xyz[at], second.xyz[at + 1], second.xyz[at + 2]);
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

    private int recentOrAny(float x, float y, float z) {
        long hash = hash(x, y, z);
        int slot = (int) hash & recent.length - 1;
        int at = 3 * recent[slot];
        if (xyz[at] == x && xyz[at + 1] == y && xyz[at + 2] == z && vertices > 0) {
            return recent[slot];
        }
        int vertex = vertex(x, y, z, (int) (hash >>> shift));
        recent[slot] = vertex;
        return vertex;
    }

    private int vertex(float x, float y, float z, int firstSlot) {
        int slot = slot(x, y, z, firstSlot);
        if (table[slot] != 0) {
            return table[slot] - 1;
        }
        append(x, y, z);
        table[slot] = vertices;
        if (vertices > table.length >> 1) {
            grow();
        }
        return vertices - 1;
    }

    /** A vertex that is in the table; else a new one that is not put there, since no other corner will ask for it. */
    private int findOrAppend(float x, float y, float z) {
        int known = table[slot(x, y, z, (int) (hash(x, y, z) >>> shift))];
        return known != 0 ? known - 1 : append(x, y, z);
    }

    /** Where the table has this vertex, or the free slot where it would go. */
    private int slot(float x, float y, float z, int firstSlot) {
        int slot = firstSlot;
        for (int known = table[slot]; known != 0; known = table[slot]) {
            int at = 3 * known - 3;
            if (xyz[at] == x && xyz[at + 1] == y && xyz[at + 2] == z) {
                return slot;
            }
            slot = (slot + 1) & table.length - 1;
        }
        return slot;
    }

    private int append(float x, float y, float z) {
        int at = 3 * vertices;
        if (at + 3 > xyz.length) {
            xyz = Arrays.copyOf(xyz, xyz.length + (xyz.length >> 1) + 3);
        }
        xyz[at] = x;
        xyz[at + 1] = y;
        xyz[at + 2] = z;
        return vertices++;
    }

    private void grow() {
        table = new int[2 * table.length];
        shift--;
        int mask = table.length - 1;
        for (int vertex = 0; vertex < vertices; vertex++) {
            int slot = (int) (hash(xyz[3 * vertex], xyz[3 * vertex + 1], xyz[3 * vertex + 2]) >>> shift);
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = vertex + 1;
        }
    }

    private static long hash(float x, float y, float z) {
        long mixed = Float.floatToRawIntBits(x) * 0x9E3779B97F4A7C15L
                + Float.floatToRawIntBits(y) * 0xC2B2AE3D27D4EB4FL
                + Float.floatToRawIntBits(z) * 0x165667B19E3779F9L;
        mixed ^= mixed >>> 29;
        return mixed * 0xBF58476D1CE4E5B9L;
    }
}
