package org.millwright.nesting.cutting;

import java.util.ArrayList;
import java.util.List;
import org.millwright.nesting.cutting.CommonLines.Facing;
import org.millwright.nesting.cutting.PlacedEdges.Edge;
import org.millwright.nesting.cutting.PlacedEdges.Part;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.verification.LayoutVerifier;

/** Moves parts across to edges of neighbours so that one cut serves both, one part after the other. */
final class Snapping {
    private final NestingProblem problem;
    private final double kerfMm;
    private final double reachMm;
    private final PlacedEdges placed;
    private final List<Part> parts;
    private Layout layout;

    Snapping(NestingProblem problem, Layout layout, double kerfMm, double reachMm) {
        this.problem = problem;
        this.layout = layout;
        this.kerfMm = kerfMm;
        this.reachMm = reachMm;
        placed = new PlacedEdges(problem);
        parts = placed.listAll(layout.placements());
    }

    Layout run() {
        for (int i = 0; i < parts.size(); i++) {
            if (!problem.constraints().pins().contains(parts.get(i).placement())) {
                for (Part neighbour : near(i, kerfMm + reachMm)) {
                    snap(i, neighbour);
                }
            }
        }
        return layout;
    }

    private List<Part> near(int i, double byMm) {
        List<Part> near = new ArrayList<>();
        for (Part part : parts) {
            if (!part.equals(parts.get(i)) && parts.get(i).isNear(part, byMm)) {
                near.add(part);
            }
        }
        return near;
    }

    /** Moves a part across to one edge of a neighbour, if any move is worth it and holds. */
    private void snap(int i, Part neighbour) {
        List<Part> around = near(i, kerfMm + 2 * reachMm);
        double right = around.stream().mapToDouble(Part::maxXMm).max().orElse(0);
        double before = sharedMm(parts.get(i), around);
        for (double[] step : steps(parts.get(i), neighbour)) {
            Part moved = placed.partOf(moved(parts.get(i).placement(), step));
            if (moved.maxXMm() <= Math.max(parts.get(i).maxXMm(), right) + 1e-9
                    && sharedMm(moved, around) > before + CommonLines.SHORTEST_MM) {
                List<Placement> placements = new ArrayList<>(layout.placements());
                placements.set(i, moved.placement());
                var tried = new Layout(placements, layout.unplaced(), layout.used());
                if (LayoutVerifier.violations(problem, tried).isEmpty()) {
                    layout = tried;
                    parts.set(i, moved);
                    return;
                }
            }
        }
    }

    private double sharedMm(Part part, List<Part> around) {
        List<CommonLines.Line> lines = new ArrayList<>();
        for (Part other : around) {
            if (part.isNear(other, kerfMm + CommonLines.OFF_MM)) {
                CommonLines.addShared(part, other, kerfMm, lines);
            }
        }
        return lines.stream().mapToDouble(CommonLines.Line::lengthMm).sum();
    }

    private static Placement moved(Placement p, double[] step) {
        return new Placement(
                p.itemId(),
                p.copyIndex(),
                p.stockId(),
                p.stockCopy(),
                p.rotationDeg(),
                Math.rint((p.xMm() + step[0]) * 1000) / 1000,
                Math.rint((p.yMm() + step[1]) * 1000) / 1000,
                p.mirrored());
    }

    /** Moves across edges that face each other further apart than the kerf. */
    private List<double[]> steps(Part part, Part neighbour) {
        List<double[]> steps = new ArrayList<>();
        for (Edge e : part.edges()) {
            for (Edge f : neighbour.edges()) {
                Facing facing = Facing.of(e, f);
                if (facing != null
                        && facing.gapMm > kerfMm + CommonLines.OFF_MM
                        && facing.gapMm <= kerfMm + reachMm
                        && facing.toMm - facing.fromMm >= CommonLines.SHORTEST_MM) {
                    double by = facing.gapMm - kerfMm;
                    steps.add(new double[] {facing.nx * by, facing.ny * by});
                }
            }
        }
        return steps;
    }
}
