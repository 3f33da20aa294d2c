package org.millwright.geometry.repair.steps;

import java.util.Arrays;
import org.millwright.geometry.Mesh;

/** Finds pairs of points that are near each other, by a grid of cubes as wide as the distance looked for. */
final class NearPoints {
    private static final long LEAST_LOOKS = 1_000_000;
    private static final long LOOKS_PER_POINT = 200;

    private final Mesh mesh;
    private final int[] vertices;
    private final double reach;
    private final long[] cells;
    private long looks;

    /** Receives two positions in the list of vertices. */
    interface Visitor {
        void pair(int i, int j);
    }

    NearPoints(Mesh mesh, int[] vertices, double reach) {
        this.mesh = mesh;
        this.vertices = vertices;
        this.reach = reach;
        cells = new long[vertices.length];
        for (int i = 0; i < vertices.length; i++) {
            cells[i] = ((long) cell(vertices[i], 0, 0, 0) << 32) | i;
        }
        Arrays.sort(cells);
    }

    /** False when points crowd so much that looking at all pairs would take too long; some were not visited then. */
    boolean visit(Visitor visitor) {
        looks = LEAST_LOOKS + LOOKS_PER_POINT * vertices.length;
        for (int i = 0; i < vertices.length; i++) {
            for (int dx = -1; dx <= 1; dx++) {
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dz = -1; dz <= 1; dz++) {
                        look(i, cell(vertices[i], dx, dy, dz), visitor);
                    }
                }
            }
            if (looks < 0) {
                return false;
            }
        }
        return true;
    }

    private void look(int i, int cell, Visitor visitor) {
        int at = Arrays.binarySearch(cells, (long) cell << 32);
        for (at = at < 0 ? -at - 1 : at; at < cells.length && (int) (cells[at] >> 32) == cell; at++) {
            int j = (int) cells[at];
            looks--;
            if (j > i && Vectors.distance(mesh, vertices[i], vertices[j]) <= reach) {
                visitor.pair(i, j);
            }
        }
    }

    /** A hash of the cube the vertex lies in, moved by some cubes. Different cubes may share a hash; distance decides. */
    private int cell(int vertex, int dx, int dy, int dz) {
        double x = Math.floor((mesh.x(vertex) - mesh.bounds().min().x()) / reach) + dx;
        double y = Math.floor((mesh.y(vertex) - mesh.bounds().min().y()) / reach) + dy;
        double z = Math.floor((mesh.z(vertex) - mesh.bounds().min().z()) / reach) + dz;
        long mixed = ((long) x) * 0x9E3779B97F4A7C15L;
        mixed = (Long.rotateLeft(mixed, 27) ^ (long) y) * 0xC2B2AE3D27D4EB4FL;
        mixed = (Long.rotateLeft(mixed, 31) ^ (long) z) * 0x165667B19E3779F9L;
        return (int) (mixed >>> 32);
    }
}
