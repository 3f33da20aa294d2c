package org.millwright.geometry.repair.steps;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.repair.union.GeneralPosition;
import org.millwright.geometry.repair.union.MeshUnion;
import org.millwright.geometry.repair.union.UnionCheck;

/**
 * Unites bodies that overlap. A cavity belongs to the body around it; pieces that are not closed take no part.
 *
 * <p>A union counts only when it closes as well as the bodies did and lies where they lay. Where rounding prevents that,
 * mostly because many faces share a plane but for their last digits, the bodies are moved apart by a few millionths of
 * the whole and united there.
 */
public final class Bodies {
    /** How far bodies are moved, as a share of the diagonal: more than single precision rounds, less than a machine knows. */
    private static final double[] MOVES = {1e-6, 2e-6, 4e-6, 8e-6, 1.6e-5};

    private final Mesh mesh;
    private final Pieces pieces;
    private final int[] bodies;
    private final int openBefore;

    private Bodies(Mesh mesh, Pieces pieces) {
        this.mesh = mesh;
        this.pieces = pieces;
        this.openBefore = Edges.of(mesh).unbalancedCount();
        bodies = new int[mesh.triangleCount()];
        for (int triangle = 0; triangle < bodies.length; triangle++) {
            int piece = pieces.of(triangle);
            bodies[triangle] = pieces.closed(piece) ? piece : -1;
        }
    }

    /**
     * The two steps of a union.
     *
     * @param moved what happened to the bodies before; nothing mostly
     * @param united nothing when they do not overlap, or when no sound union was found
     */
    public record United(Step moved, Step united) {}

    /** Makes one body of bodies that overlap. */
    public static United unite(Mesh mesh) {
        var pieces = Pieces.of(mesh);
        return pieces.count() < 2 || !pieces.anyBoxesMeet()
                ? new United(Step.nothing(mesh), Step.nothing(mesh))
                : new Bodies(mesh, pieces).unite();
    }

    private United unite() {
        Step moved = Step.nothing(mesh);
        Attempt attempt = attempt(mesh, 0);
        double diagonal = Vectors.diagonal(mesh);
        for (int i = 0; i < MOVES.length && attempt.failed; i++) {
            double movedMm = MOVES[i] * diagonal;
            moved = new Step(GeneralPosition.of(mesh, bodies, movedMm, i), pieces.count() - 1, null, movedMm);
            attempt = attempt(moved.mesh(), movedMm);
        }
        return attempt.union == null
                ? new United(Step.nothing(mesh), Step.nothing(mesh))
                : new United(moved, new Step(attempt.union, pieces.count(), null));
    }

    /** A union, or none because nothing overlaps, or a failure. */
    private record Attempt(@Nullable Mesh union, boolean failed) {}

    private Attempt attempt(Mesh placed, double movedMm) {
        try {
            Optional<Mesh> found = MeshUnion.of(placed, bodies);
            if (found.isEmpty()) {
                return new Attempt(null, false);
            }
            Mesh union = closed(found.get());
            boolean sound = Edges.of(union).unbalancedCount() <= openBefore && UnionCheck.agrees(mesh, union, movedMm);
            return new Attempt(sound ? union : null, !sound);
        } catch (ArithmeticException rounding) {
            // Another position may do; otherwise the bodies stay as they are, and that they are several is a finding.
            return new Attempt(null, true);
        }
    }

    /** Joins what rounding left apart along the cuts. */
    private static Mesh closed(Mesh union) {
        return Edges.of(union).openCount() == 0
                ? union
                : TJunctions.split(Cracks.join(union).mesh()).mesh();
    }
}
