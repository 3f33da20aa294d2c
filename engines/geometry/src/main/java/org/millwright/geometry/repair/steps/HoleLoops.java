package org.millwright.geometry.repair.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Loops of open edges. Each open half edge is walked backwards, from its end to its start, so that a loop runs the way the
 * missing faces would. Where loops touch in a point, the shortest one through an edge is taken first.
 */
final class HoleLoops {
    private final Edges edges;
    /** Open half edges by the vertex in which they end; those of vertex v are at starts[v] to starts[v + 1]. */
    private final int[] starts;

    private final int[] halves;
    private final boolean[] used;
    private final int[] cameBy;
    private final int[] mark;
    private int marks;

    HoleLoops(Edges edges, int vertices) {
        this.edges = edges;
        starts = new int[vertices + 1];
        for (int half = 0; half < edges.uses.length; half++) {
            if (edges.open(half)) {
                starts[edges.end(half) + 1]++;
            }
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        halves = new int[starts[vertices]];
        int[] next = Arrays.copyOf(starts, vertices);
        for (int half = 0; half < edges.uses.length; half++) {
            if (edges.open(half)) {
                halves[next[edges.end(half)]++] = half;
            }
        }
        used = new boolean[edges.uses.length];
        cameBy = new int[vertices];
        mark = new int[vertices];
    }

    /** Each loop as half edges; the hole's boundary runs from the end of each to its start, which is the end of the next. */
    List<int[]> trace() {
        var loops = new ArrayList<int[]>();
        for (int half : halves) {
            if (!used[half]) {
                int[] loop = shortest(half);
                for (int part : loop) {
                    used[part] = true;
                }
                if (loop.length > 2) {
                    loops.add(loop);
                }
            }
        }
        return loops;
    }

    /** Breadth first from the edge's far point back to its near one; empty when there is no way. */
    private int[] shortest(int half) {
        int goal = edges.end(half);
        var queue = new int[16];
        int size = 0;
        marks++;
        queue[size++] = edges.start(half);
        mark[edges.start(half)] = marks;
        for (int next = 0; next < size; next++) {
            int vertex = queue[next];
            for (int i = starts[vertex]; i < starts[vertex + 1]; i++) {
                int step = halves[i];
                int to = edges.start(step);
                if (used[step] || step == half || mark[to] == marks) {
                    continue;
                }
                mark[to] = marks;
                cameBy[to] = step;
                if (to == goal) {
                    return path(half, goal);
                }
                if (size == queue.length) {
                    queue = Arrays.copyOf(queue, 2 * size);
                }
                queue[size++] = to;
            }
        }
        return new int[0];
    }

    private int[] path(int half, int goal) {
        int length = 1;
        int stop = edges.start(half);
        for (int at = goal; at != stop; at = edges.end(cameBy[at])) {
            length++;
        }
        var path = new int[length];
        path[0] = half;
        int at = goal;
        for (int i = length - 1; i > 0; i--) {
            path[i] = cameBy[at];
            at = edges.end(cameBy[at]);
        }
        return path;
    }
}
