package org.millwright.geometry.repair.steps;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;

/**
 * Splits faces whose open edge runs past points of other open edges, where one of the pieces then meets an open edge of a
 * neighbour. How far off the edge a point may lie grows step by step to a ten-thousandth of the part.
 */
public final class TJunctions {
    private static final double[] SHARES = {1e-8, 1e-7, 1e-6, 1e-5, 1e-4};
    private static final int MOST_PASSES = 40;
    private static final long MOST_LOOKS = 50_000_000;

    private final Mesh mesh;
    private final Edges edges;
    private final double reach;
    private final Set<Long> openEdges = new HashSet<>();
    /** Vertices on open edges, by x. */
    private int[] vertices = new int[0];

    private long looks;
    private @Nullable Point first;

    private TJunctions(Mesh mesh, double reach) {
        this.mesh = mesh;
        this.reach = reach;
        this.edges = Edges.of(mesh);
    }

    /** Divides edges at corners that lie on them. */
    public static Step split(Mesh mesh) {
        Mesh current = mesh;
        int count = 0;
        Point at = null;
        double diagonal = Vectors.diagonal(mesh);
        for (double share : SHARES) {
            for (int pass = 0; pass < MOST_PASSES; pass++) {
                Step step = new TJunctions(current, share * diagonal).pass();
                if (step.count() == 0) {
                    break;
                }
                at = at == null ? step.at() : at;
                count += step.count();
                current = step.mesh();
            }
        }
        return count == 0 ? Step.nothing(mesh) : new Step(current, count, at);
    }

    private Step pass() {
        if (edges.openCount() == 0) {
            return Step.nothing(mesh);
        }
        collect();
        var faces = new Faces(mesh.triangleCount());
        int split = 0;
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            int pieces = 0;
            for (int corner = 0; corner < 3 && pieces == 0; corner++) {
                pieces = edges.open(3 * triangle + corner) ? split(3 * triangle + corner, faces) : 0;
            }
            if (pieces == 0) {
                faces.add(mesh, triangle);
            } else {
                split++;
            }
        }
        return split == 0 ? Step.nothing(mesh) : new Step(faces.over(mesh), split, first);
    }

    private void collect() {
        var chosen = new boolean[mesh.vertexCount()];
        for (int half = 0; half < edges.uses.length; half++) {
            if (edges.open(half)) {
                chosen[edges.start(half)] = true;
                chosen[edges.end(half)] = true;
                openEdges.add(key(edges.start(half), edges.end(half)));
            }
        }
        var byX = new Integer[mesh.vertexCount()];
        int count = 0;
        for (int vertex = 0; vertex < chosen.length; vertex++) {
            if (chosen[vertex]) {
                byX[count++] = vertex;
            }
        }
        Arrays.sort(byX, 0, count, (a, b) -> Double.compare(mesh.x(a), mesh.x(b)));
        vertices = new int[count];
        for (int i = 0; i < count; i++) {
            vertices[i] = byX[i];
        }
    }

    /** How many pieces the face became; 0 when it stays whole. */
    private int split(int half, Faces faces) {
        int a = edges.start(half);
        int b = edges.end(half);
        int apex = edges.apex(half);
        int[] between = between(a, b, apex);
        boolean meets = false;
        for (int i = 0; i <= between.length && between.length > 0; i++) {
            int from = i == 0 ? a : between[i - 1];
            int to = i == between.length ? b : between[i];
            meets |= openEdges.contains(key(from, to));
        }
        if (!meets) {
            return 0;
        }
        for (int i = 0; i <= between.length; i++) {
            faces.add(i == 0 ? a : between[i - 1], i == between.length ? b : between[i], apex);
        }
        first = first == null ? Edges.point(mesh, between[0]) : first;
        return between.length + 1;
    }

    /** Vertices on the way from a to b, in this order. */
    private int[] between(int a, int b, int apex) {
        double length = Vectors.distance(mesh, a, b);
        double lowX = Math.min(mesh.x(a), mesh.x(b)) - reach;
        double highX = Math.max(mesh.x(a), mesh.x(b)) + reach;
        double dx = (mesh.x(b) - mesh.x(a)) / length;
        double dy = (mesh.y(b) - mesh.y(a)) / length;
        double dz = (mesh.z(b) - mesh.z(a)) / length;
        var found = new double[4][];
        int count = 0;
        for (int i = firstFrom(lowX); i < vertices.length && mesh.x(vertices[i]) <= highX; i++) {
            if (++looks > MOST_LOOKS) {
                break;
            }
            int v = vertices[i];
            double px = mesh.x(v) - mesh.x(a), py = mesh.y(v) - mesh.y(a), pz = mesh.z(v) - mesh.z(a);
            double along = px * dx + py * dy + pz * dz;
            double ox = px - along * dx, oy = py - along * dy, oz = pz - along * dz;
            boolean near = ox * ox + oy * oy + oz * oz <= reach * reach;
            if (near && along > reach && along < length - reach && v != apex && v != a && v != b) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = new double[] {along, v};
            }
        }
        Arrays.sort(found, 0, count, (p, q) -> Double.compare(p[0], q[0]));
        var between = new int[count];
        for (int i = 0; i < count; i++) {
            between[i] = (int) found[i][1];
        }
        return between;
    }

    private int firstFrom(double x) {
        int low = 0;
        int high = vertices.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mesh.x(vertices[middle]) < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Long key(int a, int b) {
        return ((long) Math.min(a, b) << 32) | Math.max(a, b);
    }
}
