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
        int shells) {

    static Topology of(Mesh mesh) {
        var edges = new MeshEdges(mesh);
        var shells = new DisjointSets(mesh.triangleCount());
        var counter = new EdgeCounter(edges, shells);
        edges.visit(counter);
        int degenerate = degenerateFaces(mesh);
        return new Topology(
                counter.open,
                counter.nonManifold,
                counter.misoriented,
                degenerate,
                duplicateFaces(mesh),
                shells.count() - degenerate);
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

    private static int duplicateFaces(Mesh mesh) {
        int triangles = mesh.triangleCount();
        // Equal triangles have equal hashes, so only triangles that meet in the sorted hashes need a closer look.
        var hashed = new long[triangles];
        for (int triangle = 0; triangle < triangles; triangle++) {
            int[] corners = sortedCorners(mesh, triangle);
            long hash = corners[0] * 0x9E3779B97F4A7C15L;
            hash = (Long.rotateLeft(hash, 29) ^ corners[1]) * 0xC2B2AE3D27D4EB4FL;
            hash = (Long.rotateLeft(hash, 31) ^ corners[2]) * 0x165667B19E3779F9L;
            hashed[triangle] = (hash & 0xFFFF_FFFF_0000_0000L) | triangle;
        }
        Arrays.sort(hashed);
        int duplicates = 0;
        for (int i = 1; i < triangles; i++) {
            for (int j = i - 1; j >= 0 && (int) (hashed[j] >> 32) == (int) (hashed[i] >> 32); j--) {
                if (Arrays.equals(sortedCorners(mesh, (int) hashed[i]), sortedCorners(mesh, (int) hashed[j]))) {
                    duplicates++;
                    break;
                }
            }
        }
        return duplicates;
    }

    private static int[] sortedCorners(Mesh mesh, int triangle) {
        int a = mesh.corner(triangle, 0);
        int b = mesh.corner(triangle, 1);
        int c = mesh.corner(triangle, 2);
        int low = Math.min(a, Math.min(b, c));
        int high = Math.max(a, Math.max(b, c));
        return new int[] {low, a ^ b ^ c ^ low ^ high, high};
    }

    private static final class EdgeCounter implements MeshEdges.Visitor {
        private final MeshEdges edges;
        private final DisjointSets shells;
        private int open;
        private int nonManifold;
        private int misoriented;

        EdgeCounter(MeshEdges edges, DisjointSets shells) {
            this.edges = edges;
            this.shells = shells;
        }

        @Override
        public void edge(int from, int to) {
            for (int i = from + 1; i < to; i++) {
                shells.unite(edges.triangle(from), edges.triangle(i));
            }
            switch (to - from) {
                case 1 -> open++;
                case 2 -> misoriented += edges.forward(from) == edges.forward(from + 1) ? 1 : 0;
                default -> nonManifold++;
            }
        }
    }
}
