package org.millwright.geometry.repair.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;
import org.millwright.geometry.mesh.DisjointSets;

/**
 * Joins points along open edges that were meant to be one. The distance up to which points are joined grows step by step,
 * and the smallest one that leaves the fewest open edges is taken. It never grows so far that a face would lose a side,
 * unless the mesh is cracked all over and has faces narrower than its cracks, which then vanish. Joined
 * points move to their mean, which is the best guess when each was off by chance.
 */
public final class Cracks {
    private static final double FIRST_SHARE = 1e-9;
    private static final double LAST_SHARE = 2e-3;
    private static final double GROWTH = 4;
    /** With so many of its edges open a mesh is cracked all over. */
    private static final double LOOSE = 0.3;
    /** While more than this share of the open edges is left, faces narrower than such cracks may vanish with them. */
    private static final double MOST_LEFT = 0.1;

    private final Mesh mesh;
    private final int[] vertices;

    private Cracks(Mesh mesh, int[] vertices) {
        this.mesh = mesh;
        this.vertices = vertices;
    }

    /** Joins corners that were meant to be one. */
    public static Step join(Mesh mesh) {
        var edges = Edges.of(mesh);
        int openBefore = edges.openCount();
        if (openBefore == 0) {
            return Step.nothing(mesh);
        }
        var onOpenEdge = new boolean[mesh.vertexCount()];
        for (int half = 0; half < edges.uses.length; half++) {
            if (edges.open(half)) {
                onOpenEdge[edges.start(half)] = true;
                onOpenEdge[edges.end(half)] = true;
            }
        }
        var cracks = new Cracks(mesh, numbersOf(onOpenEdge));
        double diagonal = Vectors.diagonal(mesh);
        Step best = Step.nothing(mesh);
        int fewest = openBefore;
        int[] joinedBefore = new int[0];
        for (double share = FIRST_SHARE; share <= LAST_SHARE && fewest > 0; share *= GROWTH) {
            int[] joined = cracks.groups(share * diagonal);
            if (joined.length == 0) {
                break;
            }
            if (Arrays.equals(joined, joinedBefore)) {
                continue;
            }
            joinedBefore = joined;
            boolean crackedAllOver = openBefore > LOOSE * edges.uses.length && fewest > MOST_LEFT * openBefore;
            Step step = cracks.joined(joined, crackedAllOver);
            if (step.count() < 0) {
                break;
            }
            int open = Edges.of(step.mesh()).openCount();
            if (open < fewest) {
                fewest = open;
                best = step;
            }
        }
        return best;
    }

    /** For each vertex on an open edge the lowest number of those it is joined with; empty when they crowd too much. */
    private int[] groups(double reach) {
        var roots = new DisjointSets(vertices.length);
        if (!new NearPoints(mesh, vertices, reach).visit(roots::unite)) {
            return new int[0];
        }
        var groups = new int[vertices.length];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = roots.find(i);
        }
        return groups;
    }

    /** Count is negative when a face would lose a side and may not. */
    private Step joined(int[] groups, boolean facesMayGo) {
        var numbers = new int[mesh.vertexCount()];
        Arrays.setAll(numbers, i -> i);
        var points = new double[3 * mesh.vertexCount()];
        var members = new int[vertices.length];
        for (int vertex = 0; vertex < numbers.length; vertex++) {
            points[3 * vertex] = mesh.x(vertex);
            points[3 * vertex + 1] = mesh.y(vertex);
            points[3 * vertex + 2] = mesh.z(vertex);
        }
        int joined = 0;
        Point first = null;
        for (int i = 0; i < groups.length; i++) {
            int vertex = vertices[i];
            int target = vertices[groups[i]];
            numbers[vertex] = target;
            int before = members[groups[i]]++;
            if (target != vertex) {
                joined++;
                first = first == null ? Edges.point(mesh, vertex) : first;
                points[3 * target] += (mesh.x(vertex) - points[3 * target]) / (before + 1);
                points[3 * target + 1] += (mesh.y(vertex) - points[3 * target + 1]) / (before + 1);
                points[3 * target + 2] += (mesh.z(vertex) - points[3 * target + 2]) / (before + 1);
            }
        }
        return step(numbers, points, joined, first, facesMayGo);
    }

    private Step step(int[] numbers, double[] points, int joined, @Nullable Point first, boolean facesMayGo) {
        var faces = new Faces(mesh.triangleCount());
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            int a = numbers[mesh.corner(triangle, 0)];
            int b = numbers[mesh.corner(triangle, 1)];
            int c = numbers[mesh.corner(triangle, 2)];
            boolean loses = a == b || b == c || c == a;
            if (loses && !facesMayGo) {
                return new Step(mesh, -1, null);
            }
            if (!loses) {
                faces.add(a, b, c);
            }
        }
        return new Step(faces.over(points), joined, first);
    }

    private static int[] numbersOf(boolean[] chosen) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i]) {
                numbers.add(i);
            }
        }
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
