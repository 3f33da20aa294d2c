package org.millwright.geometry.repair.steps;

import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;

/**
 * Turns whole surfaces. A surface that lies in no other must look outwards. When one had to be turned, those inside it
 * look inwards and outwards in turn, as cavities and bodies in cavities do; otherwise they stay as the file has them.
 */
public final class Shells {
    private final Mesh mesh;
    private final Pieces pieces;
    private final boolean[] turn;

    private Shells(Mesh mesh) {
        this.mesh = mesh;
        this.pieces = Pieces.of(mesh);
        this.turn = new boolean[pieces.count()];
    }

    /** Turns whole shells that look the wrong way. */
    public static Step turn(Mesh mesh) {
        return new Shells(mesh).turn();
    }

    private Step turn() {
        int count = pieces.count();
        var depth = new int[count];
        var outermost = new int[count];
        for (int inner = 0; inner < count; inner++) {
            outermost[inner] = inner;
            for (int outer = 0; outer < count; outer++) {
                if (inner != outer
                        && pieces.closed(outer)
                        && pieces.boxHolds(outer, inner)
                        && pieces.holds(outer, inner)) {
                    depth[inner]++;
                    if (Math.abs(pieces.volume(outer)) > Math.abs(pieces.volume(outermost[inner]))) {
                        outermost[inner] = outer;
                    }
                }
            }
        }
        for (int piece = 0; piece < count; piece++) {
            boolean outermostTurned = pieces.volume(outermost[piece]) < 0;
            boolean shouldLookOut = depth[piece] % 2 == 0;
            turn[piece] = outermostTurned && pieces.closed(piece) && shouldLookOut == pieces.volume(piece) < 0;
        }
        return turned();
    }

    private Step turned() {
        int turned = 0;
        Point first = null;
        var faces = new Faces(mesh.triangleCount());
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            int a = mesh.corner(triangle, 0);
            int b = mesh.corner(triangle, 1);
            int c = mesh.corner(triangle, 2);
            if (turn[pieces.of(triangle)]) {
                faces.add(a, c, b);
                first = turned++ == 0 ? Edges.point(mesh, a) : first;
            } else {
                faces.add(a, b, c);
            }
        }
        return turned == 0 ? Step.nothing(mesh) : new Step(faces.over(mesh), turned, first);
    }
}
