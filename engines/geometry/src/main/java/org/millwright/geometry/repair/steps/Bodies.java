package org.millwright.geometry.repair.steps;

import java.util.Optional;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.repair.union.MeshUnion;

/** Unites bodies that overlap. A cavity belongs to the body around it; pieces that are not closed take no part. */
public final class Bodies {
    private Bodies() {}

    /** Makes one body of bodies that overlap. */
    public static Step unite(Mesh mesh) {
        var pieces = Pieces.of(mesh);
        if (pieces.count() < 2 || !pieces.anyBoxesMeet()) {
            return Step.nothing(mesh);
        }
        var bodies = new int[mesh.triangleCount()];
        for (int triangle = 0; triangle < bodies.length; triangle++) {
            int piece = pieces.of(triangle);
            bodies[triangle] = pieces.closed(piece) ? piece : -1;
        }
        try {
            Optional<Mesh> united = MeshUnion.of(mesh, bodies);
            return united.map(union -> new Step(closed(union), pieces.count(), null))
                    .orElseGet(() -> Step.nothing(mesh));
        } catch (ArithmeticException rounding) {
            // The bodies stay as they are; that they are several is a finding of its own.
            return Step.nothing(mesh);
        }
    }

    /** Joins what rounding left apart along the cuts. */
    private static Mesh closed(Mesh union) {
        return Edges.of(union).openCount() == 0
                ? union
                : TJunctions.split(Cracks.join(union).mesh()).mesh();
    }
}
