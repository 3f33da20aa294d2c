package org.millwright.geometry.repair.union;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where faces are cut: points on edges of the mesh, and points and segments within faces. */
final class Cuts {
    private final Map<Long, Set<Integer>> onEdges = new HashMap<>();
    private final Map<Integer, Set<Long>> segments = new HashMap<>();
    private final Map<Integer, List<Integer>> coplanar = new HashMap<>();

    static Long edge(int a, int b) {
        return ((long) Math.min(a, b) << 32) | Math.max(a, b);
    }

    void pointOnEdge(int a, int b, int point) {
        if (point != a && point != b) {
            onEdges.computeIfAbsent(edge(a, b), key -> new LinkedHashSet<>()).add(point);
        }
    }

    void segment(int triangle, int from, int to) {
        if (from != to) {
            segments.computeIfAbsent(triangle, key -> new LinkedHashSet<>()).add(edge(from, to));
        }
    }

    /** Notes that two faces of different bodies lie in one plane and overlap there. */
    void coplanar(int triangle, int other) {
        coplanar.computeIfAbsent(triangle, key -> new ArrayList<>()).add(other);
        coplanar.computeIfAbsent(other, key -> new ArrayList<>()).add(triangle);
    }

    Set<Integer> pointsOnEdge(int a, int b) {
        return onEdges.getOrDefault(edge(a, b), Set.of());
    }

    Set<Long> segments(int triangle) {
        return segments.getOrDefault(triangle, Set.of());
    }

    List<Integer> coplanarWith(int triangle) {
        return coplanar.getOrDefault(triangle, List.of());
    }

    boolean none() {
        return onEdges.isEmpty() && segments.isEmpty() && coplanar.isEmpty();
    }
}
