package org.millwright.geometry.repair.steps;

import java.util.Arrays;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.mesh.DisjointSets;
import org.millwright.geometry.mesh.Winding;

/** The surfaces that a mesh falls into when faces hang together only over edges that exactly two of them share. */
final class Pieces {
    private final Mesh mesh;
    private final int[] ofTriangle;
    private final int count;
    /** Lowest x, y, z and highest x, y, z of each piece. */
    private final double[] boxes;

    private final double[] volumes;
    private final int[] largestFaces;
    private final boolean[] closed;

    private Pieces(Mesh mesh, Edges edges, int[] ofTriangle, int count) {
        this.mesh = mesh;
        this.ofTriangle = ofTriangle;
        this.count = count;
        boxes = new double[6 * count];
        for (int piece = 0; piece < count; piece++) {
            Arrays.fill(boxes, 6 * piece, 6 * piece + 3, Double.POSITIVE_INFINITY);
            Arrays.fill(boxes, 6 * piece + 3, 6 * piece + 6, Double.NEGATIVE_INFINITY);
        }
        closed = new boolean[count];
        Arrays.fill(closed, true);
        for (int half = 0; half < edges.uses.length; half++) {
            closed[ofTriangle[half / 3]] &= edges.uses[half] != 1;
        }
        volumes = new double[count];
        largestFaces = new int[count];
        Arrays.fill(largestFaces, -1);
        var largest = new double[count];
        var normal = new double[3];
        for (int triangle = 0; triangle < ofTriangle.length; triangle++) {
            int piece = ofTriangle[triangle];
            int a = mesh.corner(triangle, 0);
            double area = Vectors.normal(mesh, a, mesh.corner(triangle, 1), mesh.corner(triangle, 2), normal);
            // About the middle of the box, so that far-off bodies lose no digits.
            volumes[piece] += normal[0] * (mesh.x(a) - middle(0))
                    + normal[1] * (mesh.y(a) - middle(1))
                    + normal[2] * (mesh.z(a) - middle(2));
            if (largestFaces[piece] < 0 || area > largest[piece]) {
                largest[piece] = area;
                largestFaces[piece] = triangle;
            }
            for (int corner = 0; corner < 3; corner++) {
                include(piece, mesh.corner(triangle, corner));
            }
        }
    }

    static Pieces of(Mesh mesh) {
        var edges = Edges.of(mesh);
        var groups = new DisjointSets(mesh.triangleCount());
        for (int half = 0; half < edges.opposite.length; half++) {
            if (edges.opposite[half] >= 0) {
                groups.unite(half / 3, edges.opposite[half] / 3);
            }
        }
        var ofTriangle = new int[mesh.triangleCount()];
        int count = 0;
        for (int triangle = 0; triangle < ofTriangle.length; triangle++) {
            int root = groups.find(triangle);
            ofTriangle[triangle] = root == triangle ? count++ : ofTriangle[root];
        }
        return new Pieces(mesh, edges, ofTriangle, count);
    }

    int count() {
        return count;
    }

    int of(int triangle) {
        return ofTriangle[triangle];
    }

    /** Six times the signed volume; of an open piece that of the pyramids over its faces from the middle of the mesh. */
    double volume(int piece) {
        return volumes[piece];
    }

    boolean boxHolds(int outer, int inner) {
        for (int axis = 0; axis < 3; axis++) {
            if (boxes[6 * outer + axis] > boxes[6 * inner + axis]
                    || boxes[6 * outer + 3 + axis] < boxes[6 * inner + 3 + axis]) {
                return false;
            }
        }
        return true;
    }

    /** Whether every edge of the piece has a second face. */
    boolean closed(int piece) {
        return closed[piece];
    }

    boolean anyBoxesMeet() {
        for (int one = 0; one < count; one++) {
            for (int other = one + 1; other < count; other++) {
                if (boxesMeet(one, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Where the piece begins along the axis. */
    double low(int piece, int axis) {
        return boxes[6 * piece + axis];
    }

    /** Where the piece ends along the axis. */
    double high(int piece, int axis) {
        return boxes[6 * piece + 3 + axis];
    }

    boolean boxesMeet(int one, int other) {
        for (int axis = 0; axis < 3; axis++) {
            if (boxes[6 * one + axis] > boxes[6 * other + 3 + axis]
                    || boxes[6 * other + axis] > boxes[6 * one + 3 + axis]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the middle of the largest face of {@code inner} lies inside {@code outer}. */
    boolean holds(int outer, int inner) {
        int face = largestFaces[inner];
        var place = new double[3];
        for (int corner = 0; corner < 3; corner++) {
            int vertex = mesh.corner(face, corner);
            place[0] += mesh.x(vertex) / 3;
            place[1] += mesh.y(vertex) / 3;
            place[2] += mesh.z(vertex) / 3;
        }
        double turns = 0;
        for (int triangle = 0; triangle < ofTriangle.length; triangle++) {
            if (ofTriangle[triangle] == outer) {
                turns += Winding.share(mesh, triangle, place[0], place[1], place[2]);
            }
        }
        return Math.abs(turns) > 0.5;
    }

    private void include(int piece, int vertex) {
        double[] place = {mesh.x(vertex), mesh.y(vertex), mesh.z(vertex)};
        for (int axis = 0; axis < 3; axis++) {
            boxes[6 * piece + axis] = Math.min(boxes[6 * piece + axis], place[axis]);
            boxes[6 * piece + 3 + axis] = Math.max(boxes[6 * piece + 3 + axis], place[axis]);
        }
    }

    private double middle(int axis) {
        var box = mesh.bounds();
        return switch (axis) {
            case 0 -> (box.min().x() + box.max().x()) / 2;
            case 1 -> (box.min().y() + box.max().y()) / 2;
            default -> (box.min().z() + box.max().z()) / 2;
        };
    }
}
