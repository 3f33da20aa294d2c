package org.millwright.geometry.mesh;

import java.util.Arrays;
import java.util.HashSet;
import org.millwright.geometry.Mesh;

/** What can be said of each shell of a closed mesh: whether it is a cavity, and how many handles all of them have. */
final class ShellSums {
    private final int cavities;
    private final int corners;
    private final int faces;

    ShellSums(Mesh mesh, DisjointSets shells, boolean single) {
        var firstShell = new int[mesh.vertexCount()];
        Arrays.fill(firstShell, -1);
        var sixfold = single ? new double[0] : new double[mesh.triangleCount()];
        var shared = new HashSet<Long>();
        int vertices = 0;
        int solid = 0;
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            if (Topology.degenerate(mesh, triangle)) {
                continue;
            }
            solid++;
            int shell = single ? 0 : shells.find(triangle);
            for (int corner = 0; corner < 3; corner++) {
                int vertex = mesh.corner(triangle, corner);
                if (firstShell[vertex] == -1) {
                    firstShell[vertex] = shell;
                    vertices++;
                } else if (firstShell[vertex] != shell && shared.add(((long) vertex << 32) | shell)) {
                    // Shells that touch in a point have one vertex each there.
                    vertices++;
                }
            }
            if (!single) {
                sixfold[shell] += pyramid(mesh, triangle);
            }
        }
        corners = vertices;
        faces = solid;
        int inwards = 0;
        for (double volume : sixfold) {
            inwards += volume < 0 ? 1 : 0;
        }
        cavities = inwards;
    }

    /** Shells that look inwards. */
    int cavities() {
        return cavities;
    }

    /** Handles of all shells by Euler's formula, V - E + F = 2 (shells - handles). */
    int genus(int shells, int edges) {
        return shells - (corners - edges + faces) / 2;
    }

    private static double pyramid(Mesh mesh, int triangle) {
        int a = mesh.corner(triangle, 0);
        int b = mesh.corner(triangle, 1);
        int c = mesh.corner(triangle, 2);
        double x = mesh.bounds().min().x(),
                y = mesh.bounds().min().y(),
                z = mesh.bounds().min().z();
        double ax = mesh.x(a) - x, ay = mesh.y(a) - y, az = mesh.z(a) - z;
        double bx = mesh.x(b) - x, by = mesh.y(b) - y, bz = mesh.z(b) - z;
        double cx = mesh.x(c) - x, cy = mesh.y(c) - y, cz = mesh.z(c) - z;
        return ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
    }
}
