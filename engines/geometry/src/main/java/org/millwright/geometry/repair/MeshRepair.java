package org.millwright.geometry.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.mesh.MeshMeasures;
import org.millwright.geometry.repair.steps.Bodies;
import org.millwright.geometry.repair.steps.Cracks;
import org.millwright.geometry.repair.steps.DegenerateFaces;
import org.millwright.geometry.repair.steps.DuplicateFaces;
import org.millwright.geometry.repair.steps.Edges;
import org.millwright.geometry.repair.steps.FaceTurning;
import org.millwright.geometry.repair.steps.Holes;
import org.millwright.geometry.repair.steps.Shells;
import org.millwright.geometry.repair.steps.Step;
import org.millwright.geometry.repair.steps.TJunctions;

/**
 * Mends a mesh so that it encloses the volume its author meant: joins cracks, removes what is there twice or has no size,
 * turns faces, fills holes, and unites bodies that overlap. Each step is tried in the order of {@link RepairKind}, and
 * each that changed something is told with the volume before and after, so that a person can confirm it.
 *
 * <p>The result depends on the mesh alone. A mesh that needs nothing comes back as the same object.
 */
public final class MeshRepair {
    private final List<RepairAction> actions = new ArrayList<>();
    private Mesh mesh;
    private double volume;

    private MeshRepair(Mesh mesh, double volume) {
        this.mesh = mesh;
        this.volume = volume;
    }

    /** Mends the mesh; lengths are taken as millimetres. */
    public static Repaired of(Mesh mesh) {
        return of(mesh, MeshMeasures.of(mesh));
    }

    /** As {@link #of(Mesh)}, for those who measured the mesh already. */
    public static Repaired of(Mesh mesh, MeshMeasures measures) {
        var repair = new MeshRepair(mesh, measures.volumeMm3());
        if (!measures.watertight() || measures.degenerateFaces() > 0 || measures.duplicateFaces() > 0) {
            repair.run(RepairKind.REMOVE_DEGENERATE, DegenerateFaces::remove);
            repair.run(RepairKind.JOIN_CRACKS, Cracks::join);
            repair.run(RepairKind.REMOVE_DUPLICATES, DuplicateFaces::remove);
            repair.run(RepairKind.SPLIT_T_JUNCTIONS, TJunctions::split);
            repair.run(RepairKind.TURN_FACES, FaceTurning::turn);
            repair.run(RepairKind.FILL_HOLES, Holes::fill);
        }
        boolean several = measures.shells() > 1 || !measures.watertight();
        if (several || repair.volume < 0) {
            repair.run(RepairKind.TURN_SHELLS, Shells::turn);
        }
        if (several) {
            Bodies.United bodies = Bodies.unite(repair.mesh);
            repair.took(RepairKind.MOVE_BODIES, bodies.moved());
            repair.took(RepairKind.UNITE_BODIES, bodies.united());
        }
        boolean watertight = (repair.actions.isEmpty() && measures.watertight())
                || Edges.of(repair.mesh).balanced();
        return new Repaired(repair.mesh, measures.volumeMm3(), repair.volume, watertight, repair.actions);
    }

    private void run(RepairKind kind, Function<Mesh, Step> step) {
        took(kind, step.apply(mesh));
    }

    private void took(RepairKind kind, Step done) {
        if (done.count() == 0) {
            return;
        }
        double after = MeshMeasures.volumeMm3(done.mesh());
        actions.add(new RepairAction(kind, done.count(), volume, after, done.movedMm(), done.at()));
        mesh = done.mesh();
        volume = after;
    }
}
