package org.millwright.geometry.surface;

import java.util.Arrays;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;

/**
 * The faces of a mesh with their outward unit normals, areas and middles. A mesh that is inside out as a whole is read the
 * other way round. Faces without area have a zero normal. Immutable apart from what is computed when first asked for; not
 * thread-safe.
 */
public final class Surface {
    private final Mesh mesh;
    private final double[] normals;
    private final double[] areas;
    private final double volumeMm3;
    private final double areaMm2;
    private final int outward;
    private int[] neighbours = new int[0];

    public Surface(Mesh mesh) {
        this.mesh = mesh;
        int count = mesh.triangleCount();
        normals = new double[3 * count];
        areas = new double[count];
        Point low = mesh.bounds().min();
        double sixfold = 0, area = 0;
        for (int face = 0; face < count; face++) {
            int a = mesh.corner(face, 0), b = mesh.corner(face, 1), c = mesh.corner(face, 2);
            double ax = mesh.x(a), ay = mesh.y(a), az = mesh.z(a);
            double ux = mesh.x(b) - ax, uy = mesh.y(b) - ay, uz = mesh.z(b) - az;
            double vx = mesh.x(c) - ax, vy = mesh.y(c) - ay, vz = mesh.z(c) - az;
            double nx = uy * vz - uz * vy, ny = uz * vx - ux * vz, nz = ux * vy - uy * vx;
            double twice = Math.sqrt(nx * nx + ny * ny + nz * nz);
            sixfold += (ax - low.x()) * nx + (ay - low.y()) * ny + (az - low.z()) * nz;
            areas[face] = twice / 2;
            area += twice / 2;
            if (twice > 0) {
                normals[3 * face] = nx / twice;
                normals[3 * face + 1] = ny / twice;
                normals[3 * face + 2] = nz / twice;
            }
        }
        outward = sixfold < 0 ? -1 : 1;
        volumeMm3 = Math.abs(sixfold) / 6;
        areaMm2 = area;
        if (outward < 0) {
            for (int i = 0; i < normals.length; i++) {
                normals[i] = -normals[i];
            }
        }
    }

    public Mesh mesh() {
        return mesh;
    }

    public int count() {
        return areas.length;
    }

    /** Outward normal of a face, x component. */
    public double nx(int face) {
        return normals[3 * face];
    }

    /** Outward normal of a face, y component. */
    public double ny(int face) {
        return normals[3 * face + 1];
    }

    /** Outward normal of a face, z component. */
    public double nz(int face) {
        return normals[3 * face + 2];
    }

    public double areaMm2(int face) {
        return areas[face];
    }

    public double areaMm2() {
        return areaMm2;
    }

    /** Enclosed volume, never negative. */
    public double volumeMm3() {
        return volumeMm3;
    }

    /** Coordinate of a corner of a face: axis 0 is x, 1 is y, 2 is z. */
    public double at(int face, int corner, int axis) {
        int vertex = mesh.corner(face, corner);
        return axis == 0 ? mesh.x(vertex) : axis == 1 ? mesh.y(vertex) : mesh.z(vertex);
    }

    /** Coordinate of the middle of a face. */
    public double middle(int face, int axis) {
        return (at(face, 0, axis) + at(face, 1, axis) + at(face, 2, axis)) / 3;
    }

    public Point middle(int face) {
        return new Point(middle(face, 0), middle(face, 1), middle(face, 2));
    }

    /** Cosine of the angle between the normals of two faces. */
    public double cosine(int a, int b) {
        return nx(a) * nx(b) + ny(a) * ny(b) + nz(a) * nz(b);
    }

    /**
     * The face on the other side of an edge, or -1 where the edge is open or more than two faces meet.
     *
     * @param edge 0 from corner 0 to corner 1, 1 from 1 to 2, 2 from 2 to 0
     */
    public int neighbour(int face, int edge) {
        if (neighbours.length == 0) {
            neighbours = neighbours(mesh);
        }
        return neighbours[3 * face + edge];
    }

    /**
     * Positive when the two faces at an edge meet convexly (an outer edge), negative when concavely, 0 when flat or open:
     * the sine of the angle between their normals.
     */
    public double convexity(int face, int edge) {
        int other = neighbour(face, edge);
        if (other < 0) {
            return 0;
        }
        int from = mesh.corner(face, edge), to = mesh.corner(face, (edge + 1) % 3);
        double ex = mesh.x(to) - mesh.x(from), ey = mesh.y(to) - mesh.y(from), ez = mesh.z(to) - mesh.z(from);
        double length = Math.sqrt(ex * ex + ey * ey + ez * ez);
        if (length == 0) {
            return 0;
        }
        double cx = ny(face) * nz(other) - nz(face) * ny(other);
        double cy = nz(face) * nx(other) - nx(face) * nz(other);
        double cz = nx(face) * ny(other) - ny(face) * nx(other);
        return outward * (cx * ex + cy * ey + cz * ez) / length;
    }

    /** Places each face's share of {@code places} points, more on larger faces; returns face numbers in order. */
    public int[] faceOfEach(double[] areasBefore) {
        double total = 0;
        var upTo = new double[areas.length];
        for (int face = 0; face < areas.length; face++) {
            total += areas[face];
            upTo[face] = total;
        }
        var faces = new int[areasBefore.length];
        for (int i = 0; i < faces.length; i++) {
            int found = Arrays.binarySearch(upTo, areasBefore[i]);
            faces[i] = Math.min(found < 0 ? -found - 1 : found + 1, areas.length - 1);
        }
        return faces;
    }

    private static int[] neighbours(Mesh mesh) {
        int halves = 3 * mesh.triangleCount();
        var keys = new long[halves];
        int size = Integer.highestOneBit(Math.max(16, halves)) * 4;
        var table = new int[size];
        var neighbours = new int[halves];
        Arrays.fill(neighbours, -1);
        for (int half = 0; half < halves; half++) {
            int from = mesh.corner(half / 3, half % 3), to = mesh.corner(half / 3, (half % 3 + 1) % 3);
            keys[half] = ((long) Math.min(from, to) << 32) | Math.max(from, to);
            if (from == to) {
                continue;
            }
            int slot = (int) ((keys[half] * 0x9E3779B97F4A7C15L) >>> 40) & (size - 1);
            while (table[slot] != 0 && keys[table[slot] - 1] != keys[half]) {
                slot = (slot + 1) & (size - 1);
            }
            if (table[slot] == 0) {
                table[slot] = half + 1;
            } else {
                int first = table[slot] - 1;
                if (neighbours[first] == -1) {
                    neighbours[first] = half / 3;
                    neighbours[half] = first / 3;
                } else {
                    // More than two faces: nobody can say which pair belongs together.
                    neighbours[first] = -2;
                    neighbours[half] = -2;
                }
            }
        }
        for (int half = 0; half < halves; half++) {
            int other = neighbours[half];
            boolean mutual = other >= 0 && refersBack(neighbours, other, half / 3);
            neighbours[half] = mutual ? other : -1;
        }
        return neighbours;
    }

    private static boolean refersBack(int[] neighbours, int face, int to) {
        return neighbours[3 * face] == to || neighbours[3 * face + 1] == to || neighbours[3 * face + 2] == to;
    }
}
