package org.millwright.geometry.mesh;

import java.util.Arrays;
import org.millwright.geometry.Mesh;

/**
 * The edges of a mesh, with the triangles on them. Half edges (number 3 t + c, from corner c of triangle t to the next)
 * are bucketed by their smaller vertex and sorted inside the bucket by the larger one, then by number, so that the half
 * edges of one edge lie together. Triangles with two equal corners have no part in it.
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
    /** The larger vertex, the number of the half edge, and whether it runs from the smaller vertex to the larger. */
    private final long[] packed;

    public MeshEdges(Mesh mesh) {
        this.mesh = mesh;
        int triangles = mesh.triangleCount();
        int vertices = mesh.vertexCount();
        if (Halves.worthwhile(triangles)) {
            int middle = triangles >>> 1;
            var low = new int[vertices + 1];
            var high = new int[vertices + 1];
            Halves.run(() -> count(0, middle, low), () -> count(middle, triangles, high));
            bucketStarts = starts(low, high);
            packed = new long[bucketStarts[vertices]];
            Halves.run(() -> place(0, middle, low), () -> place(middle, triangles, high));
            Halves.split(vertices, this::sort);
        } else {
            var next = new int[vertices + 1];
            count(0, triangles, next);
            bucketStarts = starts(next, new int[vertices + 1]);
            packed = new long[bucketStarts[vertices]];
            place(0, triangles, next);
            sort(0, vertices);
        }
    }

    public void visit(Visitor visitor) {
        visit(0, mesh.vertexCount(), visitor);
    }

    /** Visits the edges whose smaller vertex lies in a range. */
    void visit(int fromVertex, int toVertex, Visitor visitor) {
        int from = bucketStarts[fromVertex];
        int end = bucketStarts[toVertex];
        int vertex = fromVertex;
        while (from < end) {
            while (bucketStarts[vertex + 1] <= from) {
                vertex++;
            }
            int bucketEnd = bucketStarts[vertex + 1];
            int to = from + 1;
            long larger = packed[from] >> 32;
            while (to < bucketEnd && packed[to] >> 32 == larger) {
                to++;
            }
            visitor.edge(from, to);
            from = to;
        }
    }

    public int halfEdge(int index) {
        return (int) packed[index] >>> 1;
    }

    public int triangle(int index) {
        return halfEdge(index) / 3;
    }

    /** Whether the triangle walks the edge from the smaller vertex to the larger. */
    public boolean forward(int index) {
        return (packed[index] & 1) == 1;
    }

    public int start(int half) {
        return mesh.corner(half / 3, half % 3);
    }

    public int end(int half) {
        return mesh.corner(half / 3, (half + 1) % 3);
    }

    /** The larger vertex of the edge. */
    int larger(int index) {
        return (int) (packed[index] >> 32);
    }

    /** The vertex of the triangle that is not on the edge. */
    int apex(int index) {
        int half = halfEdge(index);
        return mesh.corner(half / 3, (half + 2) % 3);
    }

    private void count(int from, int to, int[] counts) {
        for (int triangle = from; triangle < to; triangle++) {
            int a = mesh.corner(triangle, 0);
            int b = mesh.corner(triangle, 1);
            int c = mesh.corner(triangle, 2);
            if (a != b && b != c && c != a) {
                counts[Math.min(a, b)]++;
                counts[Math.min(b, c)]++;
                counts[Math.min(c, a)]++;
            }
        }
    }

    /** Turns the counts of both into the places where each begins to write. */
    private static int[] starts(int[] low, int[] high) {
        var starts = new int[low.length];
        int sum = 0;
        for (int vertex = 0; vertex < low.length; vertex++) {
            starts[vertex] = sum;
            int lowCount = low[vertex];
            low[vertex] = sum;
            sum += lowCount;
            int highCount = high[vertex];
            high[vertex] = sum;
            sum += highCount;
        }
        return starts;
    }

    private void place(int from, int to, int[] next) {
        for (int triangle = from; triangle < to; triangle++) {
            int a = mesh.corner(triangle, 0);
            int b = mesh.corner(triangle, 1);
            int c = mesh.corner(triangle, 2);
            if (a != b && b != c && c != a) {
                place(a, b, 3 * triangle, next);
                place(b, c, 3 * triangle + 1, next);
                place(c, a, 3 * triangle + 2, next);
            }
        }
    }

    private void place(int a, int b, int half, int[] next) {
        packed[next[Math.min(a, b)]++] = ((long) Math.max(a, b) << 32) | ((long) half << 1) | (a < b ? 1 : 0);
    }

    private void sort(int fromVertex, int toVertex) {
        for (int vertex = fromVertex; vertex < toVertex; vertex++) {
            int from = bucketStarts[vertex];
            int to = bucketStarts[vertex + 1];
            if (to - from > INSERTION_SORT_LIMIT) {
                Arrays.sort(packed, from, to);
                continue;
            }
            for (int i = from + 1; i < to; i++) {
                long key = packed[i];
                int j = i - 1;
                while (j >= from && packed[j] > key) {
                    packed[j + 1] = packed[j];
                    j--;
                }
                packed[j + 1] = key;
            }
        }
    }
}
