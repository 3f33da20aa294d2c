package org.millwright.geometry.repair.steps;

import org.millwright.geometry.Mesh;

/**
 * Covers the loop around a hole with triangles, such that the surface bends least: the sum over all edges of length times
 * the angle between the faces is smallest, and among equals the area. Flat holes are closed flat and sharp edges come
 * back sharp. The best cover is found by dynamic programming over the loop (Liepa 2003, with another weight); long loops
 * are first cut down ear by ear.
 */
final class HoleCover {
    private static final int LONGEST_EXACT = 160;
    /** How much area weighs against bending, per length of the loop: enough to break ties. */
    private static final double AREA_WEIGHT = 1e-3;

    private final Mesh mesh;
    private final Edges edges;
    private final double[] normalA = new double[3];
    private final double[] normalB = new double[3];
    private int[] ring = new int[0];
    /** For each piece of the ring the third vertex of the face beyond it; -1 when there is none. */
    private int[] beyond = new int[0];

    private double areaWeight;

    HoleCover(Mesh mesh, Edges edges) {
        this.mesh = mesh;
        this.edges = edges;
    }

    /** @param loop half edges as {@link HoleLoops#trace} gives them */
    void fill(int[] loop, Faces faces) {
        ring = new int[loop.length];
        beyond = new int[loop.length];
        double around = 0;
        for (int i = 0; i < loop.length; i++) {
            ring[i] = edges.end(loop[i]);
            beyond[i] = edges.apex(loop[i]);
            around += Vectors.distance(mesh, edges.end(loop[i]), edges.start(loop[i]));
        }
        areaWeight = around == 0 ? 0 : AREA_WEIGHT / around;
        while (ring.length > LONGEST_EXACT) {
            cutBestEars(faces);
        }
        cover(faces);
    }

    /** Cuts off corners that bend least, none next to another, until a third of the ring is gone. */
    private void cutBestEars(Faces faces) {
        int size = ring.length;
        var costs = new double[size];
        var order = new Integer[size];
        for (int i = 0; i < size; i++) {
            int before = (i + size - 1) % size;
            int after = (i + 1) % size;
            costs[i] = bend(before, i, after, beyond[before])
                    + bend(i, after, before, beyond[i])
                    + areaWeight * area(before, i, after)
                    // Short cuts first, so that a round hole closes evenly.
                    + Vectors.distance(mesh, ring[before], ring[after]) * 0.1;
            order[i] = i;
        }
        java.util.Arrays.sort(order, (p, q) -> Double.compare(costs[p], costs[q]));
        var cut = new boolean[size];
        int goal = Math.min(size / 3, size - LONGEST_EXACT);
        int done = 0;
        for (int i = 0; i < size && done < Math.max(1, goal); i++) {
            int ear = order[i];
            if (!cut[(ear + 1) % size] && !cut[(ear + size - 1) % size]) {
                cut[ear] = true;
                done++;
            }
        }
        var nextRing = new int[size - done];
        var nextBeyond = new int[size - done];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int after = (i + 1) % size;
            if (cut[i]) {
                faces.add(ring[(i + size - 1) % size], ring[i], ring[after]);
            } else {
                nextRing[kept] = ring[i];
                nextBeyond[kept++] = cut[after] ? ring[after] : beyond[i];
            }
        }
        ring = nextRing;
        beyond = nextBeyond;
    }

    private void cover(Faces faces) {
        int size = ring.length;
        var cost = new double[size][size];
        var third = new int[size][size];
        for (int span = 2; span < size; span++) {
            for (int i = 0; i + span < size; i++) {
                int k = i + span;
                cost[i][k] = Double.POSITIVE_INFINITY;
                for (int j = i + 1; j < k; j++) {
                    double sum = cost[i][j] + cost[j][k];
                    if (sum >= cost[i][k]) {
                        continue;
                    }
                    sum += areaWeight * area(i, j, k);
                    sum += bend(i, j, k, j == i + 1 ? beyond[i] : ring[third[i][j]]);
                    sum += bend(j, k, i, k == j + 1 ? beyond[j] : ring[third[j][k]]);
                    if (span == size - 1) {
                        sum += bend(k, i, j, beyond[k]);
                    }
                    if (sum < cost[i][k]) {
                        cost[i][k] = sum;
                        third[i][k] = j;
                    }
                }
            }
        }
        emit(0, size - 1, third, faces);
    }

    private void emit(int i, int k, int[][] third, Faces faces) {
        if (k - i < 2) {
            return;
        }
        int j = third[i][k];
        emit(i, j, third, faces);
        emit(j, k, third, faces);
        faces.add(ring[i], ring[j], ring[k]);
    }

    private double area(int i, int j, int k) {
        return Vectors.normal(mesh, ring[i], ring[j], ring[k], normalA) / 2;
    }

    /** Length of the edge i to j times the angle between the face (i, j, k) and the one beyond the edge; dear when it has no area. */
    private double bend(int i, int j, int k, int apex) {
        double twiceArea = Vectors.normal(mesh, ring[i], ring[j], ring[k], normalA);
        double twiceOther = Vectors.normal(mesh, ring[j], ring[i], apex, normalB);
        double length = Vectors.distance(mesh, ring[i], ring[j]);
        if (twiceArea == 0) {
            return length * Math.PI;
        }
        return twiceOther == 0 ? 0 : length * Vectors.angle(normalA, normalB);
    }
}
