package org.millwright.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small meshes for tests. */
public final class Solids {
    private Solids() {}

    /** A box from one corner, given its size. */
    public static Mesh box(double x, double y, double z, double dx, double dy, double dz) {
        double[] xyz = {
            x, y, z, x + dx, y, z, x + dx, y + dy, z, x, y + dy, z, x, y, z + dz, x + dx, y, z + dz, x + dx, y + dy,
            z + dz, x, y + dy, z + dz
        };
        int[] corners = {
            0, 2, 1, 0, 3, 2, 4, 5, 6, 4, 6, 7, 0, 1, 5, 0, 5, 4, 1, 2, 6, 1, 6, 5, 2, 3, 7, 2, 7, 6, 3, 0, 4, 3, 4, 7
        };
        return new Mesh(xyz, corners);
    }

    /** A prism over a regular polygon around the z axis, standing on z = 0. */
    public static Mesh cylinder(double radius, double height, int sides) {
        var xyz = new double[3 * (2 * sides + 2)];
        var corners = new ArrayList<Integer>();
        for (int i = 0; i < sides; i++) {
            double angle = 2 * Math.PI * i / sides;
            for (int level = 0; level < 2; level++) {
                int at = 3 * (2 * i + level);
                xyz[at] = radius * Math.cos(angle);
                xyz[at + 1] = radius * Math.sin(angle);
                xyz[at + 2] = level * height;
            }
            int a = 2 * i;
            int b = 2 * ((i + 1) % sides);
            corners.addAll(List.of(a, b, b + 1, a, b + 1, a + 1));
            corners.addAll(List.of(2 * sides, b, a, 2 * sides + 1, a + 1, b + 1));
        }
        xyz[3 * (2 * sides + 1) + 2] = height;
        return new Mesh(xyz, corners.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Several meshes side by side in one, sharing nothing. */
    public static Mesh together(Mesh... meshes) {
        var xyz = new ArrayList<Double>();
        var corners = new ArrayList<Integer>();
        for (Mesh mesh : meshes) {
            int first = xyz.size() / 3;
            for (int vertex = 0; vertex < mesh.vertexCount(); vertex++) {
                xyz.addAll(List.of(mesh.x(vertex), mesh.y(vertex), mesh.z(vertex)));
            }
            for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
                for (int corner = 0; corner < 3; corner++) {
                    corners.add(first + mesh.corner(triangle, corner));
                }
            }
        }
        return new Mesh(
                xyz.stream().mapToDouble(Double::doubleValue).toArray(),
                corners.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The same faces looking the other way. */
    public static Mesh insideOut(Mesh mesh) {
        return rebuilt(mesh, order(mesh.triangleCount()), true);
    }

    /** The same triangles in another order. */
    public static Mesh shuffled(Mesh mesh, long seed) {
        var random = new SplittableRandom(seed);
        int[] order = order(mesh.triangleCount());
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return rebuilt(mesh, order, false);
    }

    /** Only the triangles from {@code from} to before {@code to}. */
    public static Mesh part(Mesh mesh, int from, int to) {
        var order = new int[to - from];
        for (int i = from; i < to; i++) {
            order[i - from] = i;
        }
        return rebuilt(mesh, order, false);
    }

    private static int[] order(int count) {
        var order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        return order;
    }

    private static Mesh rebuilt(Mesh mesh, int[] triangles, boolean turned) {
        var xyz = new double[3 * mesh.vertexCount()];
        for (int vertex = 0; vertex < mesh.vertexCount(); vertex++) {
            xyz[3 * vertex] = mesh.x(vertex);
            xyz[3 * vertex + 1] = mesh.y(vertex);
            xyz[3 * vertex + 2] = mesh.z(vertex);
        }
        var corners = new int[3 * triangles.length];
        for (int i = 0; i < triangles.length; i++) {
            for (int corner = 0; corner < 3; corner++) {
                corners[3 * i + corner] = mesh.corner(triangles[i], turned ? 2 - corner : corner);
            }
        }
        return new Mesh(xyz, corners);
    }
}
