package org.millwright.geometry.repair.union;

import java.util.ArrayList;
import java.util.Optional;
import org.millwright.geometry.Mesh;

/** The union of bodies; the package says how. */
public final class MeshUnion {
    /** Points nearer than this share of the diagonal are one. */
    private static final double REACH_SHARE = 1e-9;
    /** More pairs of faces than this are not looked at: the bodies then stay as they are. */
    private static final long MOST_PAIRS = 20_000_000;

    private final Mesh mesh;
    private final int[] bodies;
    private final Points points;
    private final Cuts cuts = new Cuts();
    private long pairs;

    private MeshUnion(Mesh mesh, int[] bodies) {
        this.mesh = mesh;
        this.bodies = bodies;
        double diagonal = Math.sqrt(Math.pow(mesh.bounds().sizeX(), 2)
                + Math.pow(mesh.bounds().sizeY(), 2)
                + Math.pow(mesh.bounds().sizeZ(), 2));
        this.points = new Points(mesh, REACH_SHARE * diagonal);
    }

    /**
     * Unites closed bodies. Empty when nothing overlaps, or when there are too many meetings to look at.
     *
     * @param bodies the body of each triangle, from 0; negative for triangles that take no part and are kept
     * @throws ArithmeticException when rounding got in the way and faces could not be cut
     */
    public static Optional<Mesh> of(Mesh mesh, int[] bodies) {
        return new MeshUnion(mesh, bodies).unite();
    }

    private Optional<Mesh> unite() {
        var taking = new ArrayList<Integer>();
        for (int triangle = 0; triangle < bodies.length; triangle++) {
            if (bodies[triangle] >= 0) {
                taking.add(triangle);
            }
        }
        int[] chosen = taking.stream().mapToInt(Integer::intValue).toArray();
        var tree = new BoxTree(mesh, chosen);
        var crossing = new Crossing(mesh, points, cuts);
        for (int triangle : chosen) {
            tree.meeting(triangle, other -> cut(triangle, other, crossing));
            if (pairs >= MOST_PAIRS) {
                return Optional.empty();
            }
        }
        var pieces = new Pieces(mesh, bodies, points, cuts);
        for (int triangle = 0; triangle < bodies.length; triangle++) {
            if (isCut(triangle)) {
                for (int[] part : new FaceCut(mesh, points, cuts, triangle).pieces()) {
                    pieces.add(triangle, part[0], part[1], part[2]);
                }
            } else {
                pieces.add(triangle, mesh.corner(triangle, 0), mesh.corner(triangle, 1), mesh.corner(triangle, 2));
            }
        }
        return pieces.kept();
    }

    private void cut(int triangle, int other, Crossing crossing) {
        if (other > triangle && bodies[other] != bodies[triangle] && pairs++ < MOST_PAIRS) {
            crossing.cut(triangle, other);
        }
    }

    private boolean isCut(int triangle) {
        boolean cut = !cuts.segments(triangle).isEmpty();
        for (int corner = 0; corner < 3; corner++) {
            cut |= !cuts.pointsOnEdge(mesh.corner(triangle, corner), mesh.corner(triangle, (corner + 1) % 3))
                    .isEmpty();
        }
        return bodies[triangle] >= 0 && cut;
    }
}
