package org.millwright.geometry.mesh;

import java.util.Arrays;
import org.millwright.geometry.Mesh;

/**
 * The edges of a mesh, with the triangles on them. Half edges (number 3 t + c, from corner c of triangle t to the next) are bucketed by their
 * smaller vertex and sorted inside the bucket by the larger one, so that the half edges of one edge lie together. Triangles with two equal corners have no part in it.
 */
public final class MeshEdges {
    private static final int INSERTION_SORT_LIMIT = 40;

    /** Receives each edge once. */
    public interface Visitor {
        /** Half edges {@code from} to {@code to} (exclusive) of {@link #halfEdge} lie on one edge. */
        void edge(int from, int to);
    }

    private final Mesh mesh;
    private final int[] bucketStarts;
    private final int[] halfEdges;

    public MeshEdges(Mesh mesh) {
        this.mesh = mesh;
        int triangles = mesh.triangleCount();
        bucketStarts = new int[mesh.vertexCount() + 1];
        int kept = 0;
        for (int half = 0; half < 3 * triangles; half++) {
            if (!Topology.degenerate(mesh, half / 3)) {
                bucketStarts[Math.min(start(half), end(half)) + 1]++;
                kept++;
            }
        }
        for (int i = 1; i < bucketStarts.length; i++) {
            bucketStarts[i] += bucketStarts[i - 1];
        }
        halfEdges = new int[kept];
        int[] next = bucketStarts.clone();
        for (int half = 0; half < 3 * triangles; half++) {
            if (!Topology.degenerate(mesh, half / 3)) {
                halfEdges[next[Math.min(start(half), end(half))]++] = half;
            }
        }
    }

    public void visit(Visitor visitor) {
        for (int vertex = 0; vertex + 1 < bucketStarts.length; vertex++) {
            int from = bucketStarts[vertex];
            int bucketEnd = bucketStarts[vertex + 1];
            sort(from, bucketEnd);
            while (from < bucketEnd) {
                int to = from + 1;
                int larger = larger(halfEdges[from]);
                while (to < bucketEnd && larger(halfEdges[to]) == larger) {
                    to++;
                }
                visitor.edge(from, to);
                from = to;
            }
        }
    }

    public int halfEdge(int index) {
        return halfEdges[index];
    }

    public int triangle(int index) {
        return halfEdges[index] / 3;
    }

    /** Whether the triangle walks the edge from the smaller vertex to the larger. */
    public boolean forward(int index) {
        return start(halfEdges[index]) < end(halfEdges[index]);
    }

    public int start(int half) {
        return mesh.corner(half / 3, half % 3);
    }

    public int end(int half) {
        return mesh.corner(half / 3, (half + 1) % 3);
    }

    private int larger(int half) {
        return Math.max(start(half), end(half));
    }

    private void sort(int from, int to) {
        if (to - from > INSERTION_SORT_LIMIT) {
            var keys = new long[to - from];
            for (int i = from; i < to; i++) {
                keys[i - from] = ((long) larger(halfEdges[i]) << 32) | halfEdges[i];
            }
            Arrays.sort(keys);
            for (int i = from; i < to; i++) {
                halfEdges[i] = (int) keys[i - from];
            }
            return;
        }
        for (int i = from + 1; i < to; i++) {
            int half = halfEdges[i];
            int key = larger(half);
            int j = i - 1;
            while (j >= from && larger(halfEdges[j]) > key) {
                halfEdges[j + 1] = halfEdges[j];
                j--;
            }
            halfEdges[j + 1] = half;
        }
    }
}
