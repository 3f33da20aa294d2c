package org.millwright.nesting.cutting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.nesting.cutting.PlacedEdges.Edge;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;

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
    static final double OFF_MM = 0.003;

    static final double SHORTEST_MM = 0.5;

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
        List<PlacedEdges.Part> parts = new PlacedEdges(problem).listAll(layout.placements());
        List<Line> lines = new ArrayList<>();
        double length = 0;
        for (int i = 0; i < parts.size(); i++) {
            length += parts.get(i).lengthMm();
            for (int j = 0; j < i; j++) {
                if (parts.get(i).isNear(parts.get(j), kerfMm + OFF_MM)) {
                    addShared(parts.get(i), parts.get(j), kerfMm, lines);
                }
            }
        }
        double saved = lines.stream().mapToDouble(Line::lengthMm).sum();
        return new CommonLines(lines, length - saved);
    }

    /** Adds the lines that two parts share. */
    static void addShared(PlacedEdges.Part one, PlacedEdges.Part other, double kerfMm, List<Line> lines) {
        for (Edge e : one.edges()) {
            for (Edge f : other.edges()) {
                Facing facing = Facing.of(e, f);
                if (facing != null
                        && Math.abs(facing.gapMm - kerfMm) <= OFF_MM
                        && facing.toMm - facing.fromMm >= SHORTEST_MM) {
                    lines.add(facing.line(one.placement(), other.placement(), e));
                }
            }
        }
    }

    /**
     * Moves parts by little so that they share more: each across to a neighbour's edge that nearly faces one of its own,
     * as long as the layout still holds, takes no more stock and no more length, and more is shared than before.
     *
     * @param reachMm how far a part may move
     */
    public static Layout snapped(NestingProblem problem, Layout layout, double kerfMm, double reachMm) {
        return new Snapping(problem, layout, kerfMm, reachMm).run();
    }

    /** Two edges that run against each other with their materials outside, seen along the first. */
    static final class Facing {
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

        static @Nullable Facing of(Edge e, Edge f) {
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
