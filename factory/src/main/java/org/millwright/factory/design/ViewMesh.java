package org.millwright.factory.design;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Mesh;

/**
 * A mesh to look at: as it is, or with vertices that lie close together drawn into one until it is small enough
 * (Rossignac, Borrel 1993, "Multi-resolution 3D approximations for rendering complex scenes").
 *
 * @param mesh what is drawn
 * @param triangles how many the whole mesh has
 */
public record ViewMesh(Mesh mesh, int triangles) {
    /** More triangles make browsers of phones slow and show nothing more. */
    public static final int MOST_TRIANGLES = 200_000;

    private static final int MAGIC = 0x314d574d;
    private static final int HEADER = 4 * Integer.BYTES;
    private static final int SHORT_NUMBERS = 0xffff;
    private static final double GROWTH = 1.35;

    public static ViewMesh of(Mesh mesh) {
        return of(mesh, MOST_TRIANGLES);
    }

    public static ViewMesh of(Mesh mesh, int most) {
        Mesh drawn = mesh;
        double area = surfaceMm2(mesh);
        double cell = Math.sqrt(2 * area / most);
        while (drawn.triangleCount() > most) {
            drawn = clustered(mesh, cell);
            cell *= GROWTH;
        }
        return new ViewMesh(drawn, mesh.triangleCount());
    }

    public boolean simplified() {
        return mesh.triangleCount() < triangles;
    }

    /**
     * Little-endian: the letters {@code MWM1}, counts of vertices, drawn triangles and all triangles as 32-bit numbers;
     * x, y, z of each vertex as 32-bit floats in mm; three vertex numbers per triangle, of 16 bits while they fit and of
     * 32 bits beyond 65,535 vertices.
     */
    public byte[] bytes() {
        int vertices = mesh.vertexCount();
        int drawn = mesh.triangleCount();
        boolean small = vertices <= SHORT_NUMBERS;
        int size = HEADER + vertices * 3 * Float.BYTES + drawn * 3 * (small ? Short.BYTES : Integer.BYTES);
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(MAGIC).putInt(vertices).putInt(drawn).putInt(triangles);
        for (int i = 0; i < vertices; i++) {
            bytes.putFloat((float) mesh.x(i)).putFloat((float) mesh.y(i)).putFloat((float) mesh.z(i));
        }
        for (int triangle = 0; triangle < drawn; triangle++) {
            for (int corner = 0; corner < 3; corner++) {
                int vertex = mesh.corner(triangle, corner);
                if (small) {
                    bytes.putShort((short) vertex);
                } else {
                    bytes.putInt(vertex);
                }
            }
        }
        return bytes.array();
    }

    private static double surfaceMm2(Mesh mesh) {
        double area = 0;
        for (int t = 0; t < mesh.triangleCount(); t++) {
            int a = mesh.corner(t, 0), b = mesh.corner(t, 1), c = mesh.corner(t, 2);
            double ux = mesh.x(b) - mesh.x(a), uy = mesh.y(b) - mesh.y(a), uz = mesh.z(b) - mesh.z(a);
            double vx = mesh.x(c) - mesh.x(a), vy = mesh.y(c) - mesh.y(a), vz = mesh.z(c) - mesh.z(a);
            double nx = uy * vz - uz * vy, ny = uz * vx - ux * vz, nz = ux * vy - uy * vx;
            area += Math.sqrt(nx * nx + ny * ny + nz * nz) / 2;
        }
        return area;
    }

    /** One vertex, the mean, for all in one cell of a grid; triangles that lost a corner are gone. */
    private static Mesh clustered(Mesh mesh, double cellMm) {
        Bounds box = mesh.bounds();
        var cells = new CellNumbers(mesh.vertexCount());
        int[] clusterOf = new int[mesh.vertexCount()];
        for (int i = 0; i < clusterOf.length; i++) {
            long x = (long) ((mesh.x(i) - box.min().x()) / cellMm);
            long y = (long) ((mesh.y(i) - box.min().y()) / cellMm);
            long z = (long) ((mesh.z(i) - box.min().z()) / cellMm);
            clusterOf[i] = cells.number(x << 42 | y << 21 | z);
        }
        double[] means = new double[3 * cells.count()];
        int[] members = new int[cells.count()];
        for (int i = 0; i < clusterOf.length; i++) {
            int at = clusterOf[i];
            members[at]++;
            means[3 * at] += (mesh.x(i) - means[3 * at]) / members[at];
            means[3 * at + 1] += (mesh.y(i) - means[3 * at + 1]) / members[at];
            means[3 * at + 2] += (mesh.z(i) - means[3 * at + 2]) / members[at];
        }
        int[] corners = new int[3 * mesh.triangleCount()];
        int used = 0;
        for (int t = 0; t < mesh.triangleCount(); t++) {
            int a = clusterOf[mesh.corner(t, 0)], b = clusterOf[mesh.corner(t, 1)], c = clusterOf[mesh.corner(t, 2)];
            if (a != b && b != c && c != a) {
                corners[used++] = a;
                corners[used++] = b;
                corners[used++] = c;
            }
        }
        return new Mesh(means, Arrays.copyOf(corners, used));
    }

    /** Numbers grid cells from 0 in the order in which they are first seen; open addressing. */
    private static final class CellNumbers {
        private final long[] keys;
        private final int[] numbers;
        private int count;

        CellNumbers(int most) {
            int size = Integer.highestOneBit(Math.max(16, 2 * most)) << 1;
            keys = new long[size];
            numbers = new int[size];
        }

        int number(long key) {
            int mask = keys.length - 1;
            int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
            while (numbers[at] != 0 && keys[at] != key) {
                at = at + 1 & mask;
            }
            if (numbers[at] == 0) {
                keys[at] = key;
                numbers[at] = ++count;
            }
            return numbers[at] - 1;
        }

        int count() {
            return count;
        }
    }
}
