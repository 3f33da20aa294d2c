package org.millwright.geometry.repair.steps;

import java.util.Arrays;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.mesh.DisjointSets;

/**
 * Which bodies of a mesh overlap, without uniting them: two bodies do when an edge of one goes through a face of the other, or
 * when one lies inside the other and is no cavity. Bodies that only touch do
 * not, nor do those whose faces share planes wherever they meet. The first place where two bodies meet
 * decides, so this takes a small part of the time of a union.
 */
public final class Overlaps {
    /** Comparisons of boxes before the search ends with what it has found. */
    private static final long MOST_COMPARISONS = 20_000_000;
    /** Volumes below this share of the diagonal's cube do not tell on which side a corner lies. */
    private static final double UNSURE = 1e-13;

    private final Mesh mesh;
    private final Pieces pieces;
    private final DisjointSets groups;
    private final double unsure;
    /** Faces body by body. */
    private final int[] faces;

    private final int[] begins;
    private final double[] boxes;
    private long comparisons;

    private Overlaps(Mesh mesh, Pieces pieces) {
        this.mesh = mesh;
        this.pieces = pieces;
        groups = new DisjointSets(pieces.count());
        unsure = UNSURE * Math.pow(Vectors.diagonal(mesh), 3);
        begins = new int[pieces.count() + 1];
        int count = mesh.triangleCount();
        boxes = new double[6 * count];
        for (int face = 0; face < count; face++) {
            begins[pieces.of(face) + 1]++;
            box(face);
        }
        for (int piece = 0; piece < pieces.count(); piece++) {
            begins[piece + 1] += begins[piece];
        }
        faces = new int[count];
        int[] next = begins.clone();
        for (int face = 0; face < count; face++) {
            faces[next[pieces.of(face)]++] = face;
        }
    }

    /**
     * What was found.
     *
     * @param bodies all closed or open pieces of the mesh
     * @param groups how many are left when those that overlap count as one
     */
    public record Found(int bodies, int groups) {}

    public static Found of(Mesh mesh) {
        var pieces = Pieces.of(mesh);
        if (pieces.count() < 2) {
            return new Found(pieces.count(), pieces.count());
        }
        var overlaps = new Overlaps(mesh, pieces);
        overlaps.find();
        int groups = 0;
        for (int piece = 0; piece < pieces.count(); piece++) {
            groups += overlaps.groups.find(piece) == piece ? 1 : 0;
        }
        return new Found(pieces.count(), groups);
    }

    private void find() {
        var order = new Integer[pieces.count()];
        Arrays.setAll(order, piece -> piece);
        Arrays.sort(order, (a, b) -> Double.compare(pieces.low(a, 0), pieces.low(b, 0)));
        for (int i = 0; i < order.length; i++) {
            for (int j = i + 1; j < order.length && pieces.low(order[j], 0) <= pieces.high(order[i], 0); j++) {
                if (++comparisons > MOST_COMPARISONS) {
                    return;
                }
                int one = order[i], other = order[j];
                boolean known = groups.find(one) == groups.find(other);
                if (!known && pieces.boxesMeet(one, other) && (within(one, other) || cross(one, other))) {
                    groups.unite(one, other);
                }
            }
        }
    }

    /** Whether one of two solids lies inside the other. */
    private boolean within(int one, int other) {
        if (pieces.volume(one) <= 0 || pieces.volume(other) <= 0 || !pieces.closed(one) || !pieces.closed(other)) {
            return false;
        }
        boolean inner = pieces.boxHolds(one, other), outer = pieces.boxHolds(other, one);
        comparisons += inner || outer ? mesh.triangleCount() : 0;
        return (inner && pieces.holds(one, other)) || (outer && pieces.holds(other, one));
    }

    private boolean cross(int one, int other) {
        var shared = new double[6];
        for (int axis = 0; axis < 3; axis++) {
            shared[axis] = Math.max(pieces.low(one, axis), pieces.low(other, axis));
            shared[3 + axis] = Math.min(pieces.high(one, axis), pieces.high(other, axis));
        }
        int[] own = inBox(one, shared), others = inBox(other, shared);
        int begin = 0;
        for (int face : own) {
            double left = boxes[6 * face], right = boxes[6 * face + 3];
            // Faces are in the order of where they begin; long ones before this may still reach it.
            while (begin < others.length && boxes[6 * others[begin] + 3] < left) {
                begin++;
            }
            for (int i = begin; i < others.length && boxes[6 * others[i]] <= right; i++) {
                if (++comparisons > MOST_COMPARISONS) {
                    return false;
                }
                if (boxesMeet(face, others[i]) && (pierces(face, others[i]) || pierces(others[i], face))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The faces of a body that reach into the box, in the order of where they begin along x. */
    private int[] inBox(int piece, double[] box) {
        var found = new int[begins[piece + 1] - begins[piece]];
        int count = 0;
        for (int i = begins[piece]; i < begins[piece + 1]; i++) {
            int at = 6 * faces[i];
            boolean in = true;
            for (int axis = 0; axis < 3; axis++) {
                in &= boxes[at + axis] <= box[3 + axis] && box[axis] <= boxes[at + 3 + axis];
            }
            if (in) {
                found[count++] = faces[i];
            }
        }
        comparisons += found.length;
        var order = new Integer[count];
        Arrays.setAll(order, i -> found[i]);
        Arrays.sort(order, (a, b) -> Double.compare(boxes[6 * a], boxes[6 * b]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private boolean boxesMeet(int s, int t) {
        for (int axis = 0; axis < 3; axis++) {
            if (boxes[6 * s + axis] > boxes[6 * t + 3 + axis] || boxes[6 * t + axis] > boxes[6 * s + 3 + axis]) {
                return false;
            }
        }
        return true;
    }

    /** Whether an edge of {@code s} goes through the inside of {@code t}. */
    private boolean pierces(int s, int t) {
        int a = mesh.corner(t, 0), b = mesh.corner(t, 1), c = mesh.corner(t, 2);
        int from = mesh.corner(s, 2);
        int side = side(a, b, c, from);
        for (int corner = 0; corner < 3; corner++) {
            int to = mesh.corner(s, corner);
            int next = side(a, b, c, to);
            if (side * next < 0) {
                int turn = side(from, to, a, b);
                if (turn != 0 && turn == side(from, to, b, c) && turn == side(from, to, c, a)) {
                    return true;
                }
            }
            from = to;
            side = next;
        }
        return false;
    }

    /** On which side of a, b, c the corner d lies; 0 when it cannot be told. */
    private int side(int a, int b, int c, int d) {
        double ux = mesh.x(b) - mesh.x(a), uy = mesh.y(b) - mesh.y(a), uz = mesh.z(b) - mesh.z(a);
        double vx = mesh.x(c) - mesh.x(a), vy = mesh.y(c) - mesh.y(a), vz = mesh.z(c) - mesh.z(a);
        double wx = mesh.x(d) - mesh.x(a), wy = mesh.y(d) - mesh.y(a), wz = mesh.z(d) - mesh.z(a);
        double volume = wx * (uy * vz - uz * vy) + wy * (uz * vx - ux * vz) + wz * (ux * vy - uy * vx);
        return volume > unsure ? 1 : volume < -unsure ? -1 : 0;
    }

    private void box(int face) {
        int a = mesh.corner(face, 0), b = mesh.corner(face, 1), c = mesh.corner(face, 2);
        boxes[6 * face] = Math.min(mesh.x(a), Math.min(mesh.x(b), mesh.x(c)));
        boxes[6 * face + 1] = Math.min(mesh.y(a), Math.min(mesh.y(b), mesh.y(c)));
        boxes[6 * face + 2] = Math.min(mesh.z(a), Math.min(mesh.z(b), mesh.z(c)));
        boxes[6 * face + 3] = Math.max(mesh.x(a), Math.max(mesh.x(b), mesh.x(c)));
        boxes[6 * face + 4] = Math.max(mesh.y(a), Math.max(mesh.y(b), mesh.y(c)));
        boxes[6 * face + 5] = Math.max(mesh.z(a), Math.max(mesh.z(b), mesh.z(c)));
    }
}
