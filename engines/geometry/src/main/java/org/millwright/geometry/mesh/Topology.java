package org.millwright.geometry.mesh;

import java.util.Arrays;
import org.millwright.geometry.Mesh;

/** How the triangles of a mesh hang together. */
record Topology(
        int openEdges,
        int nonManifoldEdges,
        int misorientedEdges,
        int degenerateFaces,
        int duplicateFaces,
        int shells,
        int cavities,
        int genus) {

    static Topology of(Mesh mesh) {
        var edges = new MeshEdges(mesh);
        var counter = new EdgeCounter(mesh, edges);
        if (Halves.worthwhile(mesh.triangleCount())) {
            var other = new EdgeCounter(mesh, edges);
            int middle = mesh.vertexCount() >>> 1;
            Halves.run(() -> edges.visit(0, middle, counter), () -> edges.visit(middle, mesh.vertexCount(), other));
            counter.add(other);
        } else {
            edges.visit(counter);
        }
        int degenerate = degenerateFaces(mesh);
        int shells = counter.shells.count() - degenerate;
        boolean closed = counter.open + counter.nonManifold + counter.misoriented == 0 && shells > 0;
        var bodies = new ShellSums(mesh, counter.shells, shells == 1);
        return new Topology(
                counter.open,
                counter.nonManifold,
                counter.misoriented,
                degenerate,
                counter.duplicates,
                shells,
                closed ? bodies.cavities() : 0,
                closed ? bodies.genus(shells, counter.edges) : -1);
    }

    /** Whether two corners are one vertex, so that there is no face. */
    static boolean degenerate(Mesh mesh, int triangle) {
        int a = mesh.corner(triangle, 0);
        int b = mesh.corner(triangle, 1);
        int c = mesh.corner(triangle, 2);
        return a == b || b == c || c == a;
    }

    private static int degenerateFaces(Mesh mesh) {
        int count = 0;
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            if (degenerate(mesh, triangle)) {
                count++;
            }
        }
        return count;
    }

    private static final class EdgeCounter implements MeshEdges.Visitor {
        private final MeshEdges mesh;
        private final DisjointSets shells;
        private int edges;
        private int open;
        private int nonManifold;
        private int misoriented;
        private int duplicates;

        EdgeCounter(Mesh mesh, MeshEdges edges) {
            this.mesh = edges;
            this.shells = new DisjointSets(mesh.triangleCount());
        }

        @Override
        public void edge(int from, int to) {
            edges++;
            if (to - from == 2) {
                misoriented += mesh.forward(from) == mesh.forward(from + 1) ? 1 : 0;
                shells.unite(mesh.triangle(from), mesh.triangle(from + 1));
                int apex = mesh.apex(from);
                duplicates += apex > mesh.larger(from) && apex == mesh.apex(from + 1) ? 1 : 0;
            } else if (to - from == 1) {
                open++;
            } else {
                nonManifold++;
                for (int i = from + 1; i < to; i++) {
                    shells.unite(mesh.triangle(from), mesh.triangle(i));
                }
                duplicates += duplicates(from, to);
            }
        }

        void add(EdgeCounter other) {
            edges += other.edges;
            open += other.open;
            nonManifold += other.nonManifold;
            misoriented += other.misoriented;
            duplicates += other.duplicates;
            shells.uniteAll(other.shells);
        }

        /** Triangles over the same vertices meet at the edge of their two smallest and have one apex. */
        private int duplicates(int from, int to) {
            var apexes = new int[to - from];
            int count = 0;
            for (int i = from; i < to; i++) {
                int apex = mesh.apex(i);
                if (apex > mesh.larger(i)) {
                    apexes[count++] = apex;
                }
            }
            Arrays.sort(apexes, 0, count);
            int equal = 0;
            for (int i = 1; i < count; i++) {
                equal += apexes[i] == apexes[i - 1] ? 1 : 0;
            }
            return equal;
        }
    }
}
