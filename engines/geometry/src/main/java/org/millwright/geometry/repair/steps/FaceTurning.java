package org.millwright.geometry.repair.steps;

import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;

/**
 * Turns faces so that neighbours over an edge walk it in opposite directions. In each connected piece the side that the
 * larger area shows already is kept. Nothing passes over edges of three and more faces; pieces with one side only, such
 * as a Möbius strip, stay as they are.
 */
public final class FaceTurning {
    private final Mesh mesh;
    private final Edges edges;
    /** 0 not visited, 1 stays, -1 turns. */
    private final byte[] turns;

    private final int[] queue;

    private FaceTurning(Mesh mesh) {
        this.mesh = mesh;
        this.edges = Edges.of(mesh);
        this.turns = new byte[mesh.triangleCount()];
        this.queue = new int[mesh.triangleCount()];
    }

    /** Turns single faces the way their neighbours look. */
    public static Step turn(Mesh mesh) {
        return new FaceTurning(mesh).turn();
    }

    private Step turn() {
        int turned = 0;
        for (int triangle = 0; triangle < turns.length; triangle++) {
            if (turns[triangle] == 0) {
                turned += piece(triangle);
            }
        }
        if (turned == 0) {
            return Step.nothing(mesh);
        }
        var faces = new Faces(turns.length);
        Point first = null;
        for (int triangle = 0; triangle < turns.length; triangle++) {
            int a = mesh.corner(triangle, 0);
            int b = mesh.corner(triangle, 1);
            int c = mesh.corner(triangle, 2);
            if (turns[triangle] < 0) {
                faces.add(a, c, b);
                first = first == null ? Edges.point(mesh, a) : first;
            } else {
                faces.add(a, b, c);
            }
        }
        return new Step(faces.over(mesh), turned, first);
    }

    /** How many faces of the piece around a face turn. */
    private int piece(int seed) {
        int size = 0;
        queue[size++] = seed;
        turns[seed] = 1;
        boolean twoSided = true;
        double balance = 0;
        int turned = 0;
        var normal = new double[3];
        for (int next = 0; next < size; next++) {
            int triangle = queue[next];
            double area = Vectors.normal(
                    mesh, mesh.corner(triangle, 0), mesh.corner(triangle, 1), mesh.corner(triangle, 2), normal);
            balance += turns[triangle] * area;
            turned += turns[triangle] < 0 ? 1 : 0;
            for (int half = 3 * triangle; half < 3 * triangle + 3; half++) {
                int opposite = edges.opposite[half];
                if (opposite < 0) {
                    continue;
                }
                boolean agree = edges.start(half) == edges.end(opposite);
                byte wanted = (byte) (agree ? turns[triangle] : -turns[triangle]);
                int neighbour = opposite / 3;
                if (turns[neighbour] == 0) {
                    turns[neighbour] = wanted;
                    queue[size++] = neighbour;
                } else {
                    twoSided &= turns[neighbour] == wanted;
                }
            }
        }
        boolean inverted = balance < 0;
        for (int i = 0; i < size; i++) {
            int triangle = queue[i];
            turns[triangle] = (byte) (!twoSided ? 1 : inverted ? -turns[triangle] : turns[triangle]);
        }
        return !twoSided ? 0 : inverted ? size - turned : turned;
    }
}
