package org.millwright.nesting.cutting;

import java.util.ArrayList;
import java.util.List;
import org.millwright.nesting.cutting.PlacedEdges.Edge;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.verification.LayoutVerifier;

/**
 * Cuts that serve two parts: straight edges of neighbours that face each other exactly one kerf apart. They only come about
 * where parts may lie as near as the kerf, so the clearance of the problem should be the kerf.
 *
 * @param lines all of them
 * @param cutLengthMm of all contours, each shared line counted once
 */
public record CommonLines(List<Line> lines, double cutLengthMm) {
    /** Edges may miss being parallel by so much, radians. */
    private static final double TILT = 0.0017;

    /** And miss the kerf by so much, for that is what the grid leaves. */
    private static final double OFF_MM = 0.003;

    private static final double SHORTEST_MM = 0.5;

    /** A line in the middle between two parts, in the coordinates of their stock. */
    public record Line(Placement first, Placement second, double ax, double ay, double bx, double by) {
        public double lengthMm() {
            return Math.hypot(bx - ax, by - ay);
        }
    }

    public CommonLines {
        lines = List.copyOf(lines);
    }

    /** Summed length of all shared lines. */
    public double savedMm() {
        return lines.stream().mapToDouble(Line::lengthMm).sum();
    }

    /** The lines that parts of a layout share. */
    public static CommonLines of(NestingProblem problem, Layout layout, double kerfMm) {
        var placed = new PlacedEdges(problem);
        List<List<Edge>> edges = layout.placements().stream().map(placed::of).toList();
        List<Line> lines = new ArrayList<>();
        double length = 0;
        for (int i = 0; i < edges.size(); i++) {
            length += edges.get(i).stream().mapToDouble(Edge::length).sum();
            for (int j = 0; j < i; j++) {
                Placement one = layout.placements().get(i);
                Placement other = layout.placements().get(j);
                if (onOnePiece(one, other)) {
                    for (Edge e : edges.get(i)) {
                        for (Edge f : edges.get(j)) {
                            Facing facing = Facing.of(e, f);
                            if (facing != null
                                    && Math.abs(facing.gapMm - kerfMm) <= OFF_MM
                                    && facing.toMm - facing.fromMm >= SHORTEST_MM) {
                                lines.add(facing.line(one, other, e));
                            }
                        }
                    }
                }
            }
        }
        double saved = lines.stream().mapToDouble(Line::lengthMm).sum();
        return new CommonLines(lines, length - saved);
    }

    /**
     * Moves parts by little so that they share more: each across to a neighbour's edge that nearly faces one of its own,
     * as long as the layout still holds, takes no more stock and no more length, and more is shared than before.
     *
     * @param reachMm how far a part may move
     */
    public static Layout snapped(NestingProblem problem, Layout layout, double kerfMm, double reachMm) {
        Layout best = layout;
        double saved = of(problem, layout, kerfMm).savedMm();
        var placed = new PlacedEdges(problem);
        for (int i = 0; i < layout.placements().size(); i++) {
            Placement mover = best.placements().get(i);
            for (Placement neighbour : List.copyOf(best.placements())) {
                if (mover.equals(neighbour) || !onOnePiece(mover, neighbour) || isPinned(problem, mover)) {
                    continue;
                }
                for (double[] step : steps(placed.of(mover), placed.of(neighbour), kerfMm, reachMm)) {
                    Layout moved = moved(best, i, step);
                    double share = of(problem, moved, kerfMm).savedMm();
                    if (share > saved + SHORTEST_MM
                            && reach(moved, problem) <= reach(best, problem) + 1e-9
                            && LayoutVerifier.violations(problem, moved).isEmpty()) {
                        best = moved;
                        saved = share;
                        mover = best.placements().get(i);
                        break;
                    }
                }
            }
        }
        return best;
    }

    private static boolean onOnePiece(Placement a, Placement b) {
        return a.stockId().equals(b.stockId()) && a.stockCopy() == b.stockCopy();
    }

    private static boolean isPinned(NestingProblem problem, Placement placement) {
        return problem.constraints().pins().contains(placement);
    }

    /** Summed right edges of all pieces. */
    private static double reach(Layout layout, NestingProblem problem) {
        var placed = new PlacedEdges(problem);
        return layout.used().stream()
                .mapToDouble(used -> layout.listOn(used.stockId(), used.stockCopy()).stream()
                        .flatMap(placement -> placed.of(placement).stream())
                        .mapToDouble(Edge::ax)
                        .max()
                        .orElse(0))
                .sum();
    }

    private static Layout moved(Layout layout, int index, double[] step) {
        List<Placement> placements = new ArrayList<>(layout.placements());
        Placement p = placements.get(index);
        placements.set(
                index,
                new Placement(
                        p.itemId(),
                        p.copyIndex(),
                        p.stockId(),
                        p.stockCopy(),
                        p.rotationDeg(),
                        Math.rint((p.xMm() + step[0]) * 1000) / 1000,
                        Math.rint((p.yMm() + step[1]) * 1000) / 1000,
                        p.mirrored()));
        return new Layout(placements, layout.unplaced(), layout.used());
    }

    /** Moves across edges that face each other further apart than the kerf. */
    private static List<double[]> steps(List<Edge> own, List<Edge> others, double kerfMm, double reachMm) {
        List<double[]> steps = new ArrayList<>();
        for (Edge e : own) {
            for (Edge f : others) {
                Facing facing = Facing.of(e, f);
                if (facing != null
                        && facing.gapMm > kerfMm + OFF_MM
                        && facing.gapMm <= kerfMm + reachMm
                        && facing.toMm - facing.fromMm >= SHORTEST_MM) {
                    double by = facing.gapMm - kerfMm;
                    steps.add(new double[] {facing.nx * by, facing.ny * by});
                }
            }
        }
        return steps;
    }

    /** Two edges that run against each other with their materials outside, seen along the first. */
    private static final class Facing {
        /** Out of the first part. */
        final double nx;

        final double ny;
        final double gapMm;
        /** Where along the first edge they face each other. */
        final double fromMm;

        final double toMm;

        private Facing(double nx, double ny, double gapMm, double fromMm, double toMm) {
            this.nx = nx;
            this.ny = ny;
            this.gapMm = gapMm;
            this.fromMm = fromMm;
            this.toMm = toMm;
        }

        static @org.jspecify.annotations.Nullable Facing of(Edge e, Edge f) {
            double length = e.length();
            double other = f.length();
            double ux = (e.bx() - e.ax()) / length;
            double uy = (e.by() - e.ay()) / length;
            double vx = (f.bx() - f.ax()) / other;
            double vy = (f.by() - f.ay()) / other;
            if (ux * vx + uy * vy > 0 || Math.abs(ux * vy - uy * vx) > TILT) {
                return null;
            }
            double start = (f.bx() - e.ax()) * ux + (f.by() - e.ay()) * uy;
            double end = (f.ax() - e.ax()) * ux + (f.ay() - e.ay()) * uy;
            double gap = ((f.ax() + f.bx()) / 2 - e.ax()) * uy - ((f.ay() + f.by()) / 2 - e.ay()) * ux;
            double from = Math.max(0, start);
            double to = Math.min(length, end);
            return from < to ? new Facing(uy, -ux, gap, from, to) : null;
        }

        Line line(Placement first, Placement second, Edge e) {
            double ux = -ny;
            double uy = nx;
            double x = e.ax() + nx * gapMm / 2;
            double y = e.ay() + ny * gapMm / 2;
            return new Line(first, second, x + ux * fromMm, y + uy * fromMm, x + ux * toMm, y + uy * toMm);
        }
    }
}
