package org.millwright.geometry.mesh;

import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;

/** For each kind of fault one place on the mesh that shows it: the middle of the longest edge at fault. */
record MeshFaults(
        @Nullable Point openEdge,
        @Nullable Point nonManifoldEdge,
        @Nullable Point misorientedEdge,
        @Nullable Point degenerateFace) {
    static final MeshFaults NONE = new MeshFaults(null, null, null, null);

    static MeshFaults of(Mesh mesh) {
        var edges = new MeshEdges(mesh);
        var longest = new LongestEdges(mesh, edges);
        edges.visit(longest);
        return new MeshFaults(
                longest.open.place, longest.nonManifold.place, longest.misoriented.place, degenerate(mesh));
    }

    private static @Nullable Point degenerate(Mesh mesh) {
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            if (Topology.degenerate(mesh, triangle)) {
                int vertex = mesh.corner(triangle, 0);
                return new Point(mesh.x(vertex), mesh.y(vertex), mesh.z(vertex));
            }
        }
        return null;
    }

    private static final class Longest {
        private double square = -1;
        private @Nullable Point place;
    }

    private static final class LongestEdges implements MeshEdges.Visitor {
        private final Mesh mesh;
        private final MeshEdges edges;
        private final Longest open = new Longest();
        private final Longest nonManifold = new Longest();
        private final Longest misoriented = new Longest();

        LongestEdges(Mesh mesh, MeshEdges edges) {
            this.mesh = mesh;
            this.edges = edges;
        }

        @Override
        public void edge(int from, int to) {
            if (to - from == 1) {
                consider(open, from);
            } else if (to - from > 2) {
                consider(nonManifold, from);
            } else if (edges.forward(from) == edges.forward(from + 1)) {
                consider(misoriented, from);
            }
        }

        private void consider(Longest longest, int index) {
            int a = edges.start(edges.halfEdge(index));
            int b = edges.end(edges.halfEdge(index));
            double dx = mesh.x(a) - mesh.x(b);
            double dy = mesh.y(a) - mesh.y(b);
            double dz = mesh.z(a) - mesh.z(b);
            double square = dx * dx + dy * dy + dz * dz;
            if (square > longest.square) {
                longest.square = square;
                longest.place = new Point(
                        (mesh.x(a) + mesh.x(b)) / 2, (mesh.y(a) + mesh.y(b)) / 2, (mesh.z(a) + mesh.z(b)) / 2);
            }
        }
    }
}
