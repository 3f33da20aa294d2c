package org.millwright.geometry.repair.steps;

import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;
import org.millwright.geometry.mesh.MeshEdges;

/**
 * The half edges of a mesh (number 3 t + c runs from corner c of triangle t to the next) with what lies on their edges.
 * Triangles with two equal corners have none.
 */
public final class Edges {
    /** How many faces lie on the edge of a half edge; 0 for triangles with two equal corners. */
    final int[] uses;
    /** The half edge on the other side, where exactly two faces meet; else -1. */
    final int[] opposite;

    private final Mesh mesh;
    private int unbalanced;

    private Edges(Mesh mesh) {
        this.mesh = mesh;
        uses = new int[3 * mesh.triangleCount()];
        opposite = new int[3 * mesh.triangleCount()];
        java.util.Arrays.fill(opposite, -1);
        var edges = new MeshEdges(mesh);
        edges.visit((from, to) -> {
            int balance = 0;
            for (int i = from; i < to; i++) {
                uses[edges.halfEdge(i)] = to - from;
                balance += edges.forward(i) ? 1 : -1;
            }
            unbalanced += balance == 0 ? 0 : 1;
            if (to - from == 2) {
                opposite[edges.halfEdge(from)] = edges.halfEdge(from + 1);
                opposite[edges.halfEdge(from + 1)] = edges.halfEdge(from);
            }
        });
    }

    /** The edges of a mesh. */
    public static Edges of(Mesh mesh) {
        return new Edges(mesh);
    }

    boolean open(int half) {
        return uses[half] == 1;
    }

    /** Whether along each edge as many faces run one way as the other, so that the surface encloses a volume. */
    public boolean balanced() {
        return unbalanced == 0 && mesh.triangleCount() > 0;
    }

    /** Along how many edges the faces do not pair up and agree. */
    int unbalancedCount() {
        return unbalanced;
    }

    int openCount() {
        int count = 0;
        for (int use : uses) {
            count += use == 1 ? 1 : 0;
        }
        return count;
    }

    int start(int half) {
        return mesh.corner(half / 3, half % 3);
    }

    int end(int half) {
        return mesh.corner(half / 3, (half + 1) % 3);
    }

    /** The vertex of the half edge's triangle that is not on it. */
    int apex(int half) {
        return mesh.corner(half / 3, (half + 2) % 3);
    }

    static Point point(Mesh mesh, int vertex) {
        return new Point(mesh.x(vertex), mesh.y(vertex), mesh.z(vertex));
    }
}
