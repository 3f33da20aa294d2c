package org.millwright.geometry.slicing;

import org.millwright.geometry.Mesh;

/** Which planes each triangle of a mesh meets, and the triangles in the order of the first of them. */
final class Crossed {
    private final double[] zs;
    private final int[] order;
    private final int[] begins;
    private final int[] last;

    /** @param zs heights of planes, lowest first */
    Crossed(Mesh mesh, double[] zs) {
        this.zs = zs;
        int count = mesh.triangleCount();
        var first = new int[count];
        last = new int[count];
        begins = new int[zs.length + 1];
        for (int triangle = 0; triangle < count; triangle++) {
            double a = mesh.z(mesh.corner(triangle, 0));
            double b = mesh.z(mesh.corner(triangle, 1));
            double c = mesh.z(mesh.corner(triangle, 2));
            // A plane is met when it lies above the lowest corner and not above the highest.
            int from = atOrBelow(Math.min(a, Math.min(b, c)));
            int to = atOrBelow(Math.max(a, Math.max(b, c)));
            first[triangle] = from;
            last[triangle] = to - 1;
            if (from < to) {
                begins[from + 1]++;
            }
        }
        for (int plane = 0; plane < zs.length; plane++) {
            begins[plane + 1] += begins[plane];
        }
        order = new int[begins[zs.length]];
        int[] next = begins.clone();
        for (int triangle = 0; triangle < count; triangle++) {
            if (first[triangle] <= last[triangle]) {
                order[next[first[triangle]]++] = triangle;
            }
        }
    }

    /** How many planes are at or below the height: found by proportion, as layers are nearly even. */
    private int atOrBelow(double z) {
        int planes = zs.length;
        if (planes == 0 || z < zs[0]) {
            return 0;
        }
        if (z >= zs[planes - 1]) {
            return planes;
        }
        int guess = (int) ((z - zs[0]) / (zs[planes - 1] - zs[0]) * (planes - 1));
        while (zs[guess] > z) {
            guess--;
        }
        while (zs[guess + 1] <= z) {
            guess++;
        }
        return guess + 1;
    }

    /** Where in the order the triangles begin that meet this plane first. */
    int begin(int plane) {
        return begins[plane];
    }

    int triangle(int place) {
        return order[place];
    }

    /** The highest plane that the triangle meets. */
    int last(int triangle) {
        return last[triangle];
    }
}
