package org.millwright.geometry.repair.union;

import java.util.Arrays;
import org.millwright.geometry.Mesh;

/** The vertices of a mesh and points made between them; a new point nearer than {@code reach} to a known one is that one. */
final class Points {
    private final double reach;
    private double[] coordinates;
    private int[] next;
    private int[] heads;
    private int count;

    Points(Mesh mesh, double reach) {
        this.reach = reach;
        coordinates = new double[3 * mesh.vertexCount() + 300];
        next = new int[mesh.vertexCount() + 100];
        heads = new int[Integer.highestOneBit(mesh.vertexCount() + 100) * 4];
        for (int vertex = 0; vertex < mesh.vertexCount(); vertex++) {
            append(mesh.x(vertex), mesh.y(vertex), mesh.z(vertex));
        }
    }

    double x(int point) {
        return coordinates[3 * point];
    }

    double y(int point) {
        return coordinates[3 * point + 1];
    }

    double z(int point) {
        return coordinates[3 * point + 2];
    }

    /** Coordinate 0, 1 or 2. */
    double at(int point, int axis) {
        return coordinates[3 * point + axis];
    }

    int of(double x, double y, double z) {
        long cellX = cell(x), cellY = cell(y), cellZ = cell(z);
        for (long dx = -1; dx <= 1; dx++) {
            for (long dy = -1; dy <= 1; dy++) {
                for (long dz = -1; dz <= 1; dz++) {
                    int slot = slot(cellX + dx, cellY + dy, cellZ + dz);
                    for (int known = heads[slot] - 1; known >= 0; known = next[known] - 1) {
                        if (near(known, x, y, z)) {
                            return known;
                        }
                    }
                }
            }
        }
        return append(x, y, z);
    }

    double[] all() {
        return Arrays.copyOf(coordinates, 3 * count);
    }

    double reach() {
        return reach;
    }

    private boolean near(int point, double x, double y, double z) {
        double dx = x(point) - x;
        double dy = y(point) - y;
        double dz = z(point) - z;
        return dx * dx + dy * dy + dz * dz <= reach * reach;
    }

    private int append(double x, double y, double z) {
        if (3 * count + 3 > coordinates.length) {
            coordinates = Arrays.copyOf(coordinates, coordinates.length * 2);
            next = Arrays.copyOf(next, coordinates.length / 3);
        }
        coordinates[3 * count] = x;
        coordinates[3 * count + 1] = y;
        coordinates[3 * count + 2] = z;
        int slot = slot(cell(x), cell(y), cell(z));
        next[count] = heads[slot];
        heads[slot] = ++count;
        return count - 1;
    }

    private long cell(double value) {
        return (long) Math.floor(value / (2 * reach));
    }

    private int slot(long x, long y, long z) {
        long mixed = x * 0x9E3779B97F4A7C15L;
        mixed = (Long.rotateLeft(mixed, 27) ^ y) * 0xC2B2AE3D27D4EB4FL;
        mixed = (Long.rotateLeft(mixed, 31) ^ z) * 0x165667B19E3779F9L;
        return (int) (mixed >>> 36) & (heads.length - 1);
    }
}
