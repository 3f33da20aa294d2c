package org.millwright.geometry.reading.obj;

import java.util.Arrays;

/**
 * Cuts a polygon in space into triangles, seen along its mean normal, by clipping ears. Polygons that cross themselves
 * are cut as a fan, which keeps their edges.
 */
final class PolygonCut {
    private double[] flat = new double[32];

    /** Three positions in the polygon per triangle; {@code size} is at least 3. */
    int[] triangles(double[] coordinates, int[] polygon, int size) {
        var triangles = new int[3 * (size - 2)];
        if (size == 3) {
            triangles[1] = 1;
            triangles[2] = 2;
            return triangles;
        }
        project(coordinates, polygon, size);
        var ring = new int[size];
        Arrays.setAll(ring, i -> i);
        int left = size;
        int at = 0;
        int length = 0;
        int tried = 0;
        while (left > 3 && tried <= left) {
            int before = ring[(at + left - 1) % left];
            int here = ring[at % left];
            int after = ring[(at + 1) % left];
            if (isEar(ring, left, before, here, after)) {
                triangles[length++] = before;
                triangles[length++] = here;
                triangles[length++] = after;
                System.arraycopy(ring, at % left + 1, ring, at % left, left - at % left - 1);
                left--;
                tried = 0;
            } else {
                at++;
                tried++;
            }
            at %= left;
        }
        for (int i = 1; i + 1 < left; i++) {
            triangles[length++] = ring[0];
            triangles[length++] = ring[i];
            triangles[length++] = ring[i + 1];
        }
        return triangles;
    }

    /** Puts the polygon, seen along Newell's normal so that it runs counter-clockwise, into {@code flat}. */
    private void project(double[] coordinates, int[] polygon, int size) {
        double nx = 0, ny = 0, nz = 0;
        for (int i = 0; i < size; i++) {
            int a = 3 * polygon[i];
            int b = 3 * polygon[(i + 1) % size];
            nx += (coordinates[a + 1] - coordinates[b + 1]) * (coordinates[a + 2] + coordinates[b + 2]);
            ny += (coordinates[a + 2] - coordinates[b + 2]) * (coordinates[a] + coordinates[b]);
            nz += (coordinates[a] - coordinates[b]) * (coordinates[a + 1] + coordinates[b + 1]);
        }
        int first = 0;
        int second = 1;
        double facing = nz;
        if (Math.abs(nx) >= Math.abs(ny) && Math.abs(nx) >= Math.abs(nz)) {
            first = 1;
            second = 2;
            facing = nx;
        } else if (Math.abs(ny) >= Math.abs(nz)) {
            first = 2;
            second = 0;
            facing = ny;
        }
        if (flat.length < 2 * size) {
            flat = new double[2 * size];
        }
        for (int i = 0; i < size; i++) {
            flat[2 * i] = coordinates[3 * polygon[i] + (facing < 0 ? second : first)];
            flat[2 * i + 1] = coordinates[3 * polygon[i] + (facing < 0 ? first : second)];
        }
    }

    private boolean isEar(int[] ring, int left, int a, int b, int c) {
        if (!(turn(a, b, c) > 0)) {
            return false;
        }
        for (int i = 0; i < left; i++) {
            int p = ring[i];
            boolean corner = p == a || p == b || p == c;
            if (!corner && turn(a, b, p) >= 0 && turn(b, c, p) >= 0 && turn(c, a, p) >= 0) {
                return false;
            }
        }
        return true;
    }

    private double turn(int a, int b, int c) {
        return (flat[2 * b] - flat[2 * a]) * (flat[2 * c + 1] - flat[2 * a + 1])
                - (flat[2 * b + 1] - flat[2 * a + 1]) * (flat[2 * c] - flat[2 * a]);
    }
}
