package org.millwright.processes.printing.toolpaths.beads;

import java.util.ArrayList;
import java.util.List;
import org.millwright.geometry.Region;
import org.millwright.processes.printing.toolpaths.Role;
import org.millwright.processes.printing.toolpaths.ToolPath;

/** The lines that fill a narrow piece: those beside its boundary, those along its middle, and dots where a middle is a point. */
public final class BeadLines {
    /** Places lie this near to each other. */
    private static final double STEP_MM = 0.04;
    /** Pieces with more places than this are not worth it. */
    private static final int MOST_PLACES = 20_000;
    /** A dot is an open ring of five lines, each an eighth of its width long. */
    private static final int DOT_CORNERS = 6;

    private static final double DOT_SHARE = 1.0 / 8;
    /** Points that stray less than this from a straight line are left out. */
    private static final double STRAIGHT_MM = 0.004;
    /** Where a wall narrows quicker than this, the line along its middle has ended. */
    private static final double STEEPEST = 0.4;
    /** Lines along the middle that end this near to each other go on as one. */
    private static final double STITCHED_MM = 0.4;

    private final LocalWidth width;
    private final BeadPlan plan;
    private final double heightMm;
    private final List<ToolPath> inner = new ArrayList<>();
    private final List<ToolPath> outer = new ArrayList<>();

    private BeadLines(LocalWidth width, BeadPlan plan, double heightMm) {
        this.width = width;
        this.plan = plan;
        this.heightMm = heightMm;
    }

    /** Whether a piece is small enough to be planned place by place. */
    public static boolean suits(Region piece) {
        return piece.boundaryMm() < MOST_PLACES * STEP_MM;
    }

    /**
     * Plans a narrow piece.
     *
     * @param piece without the round sides of lines
     * @param walls lines beside the boundary at most
     * @param spacingMm distance of lines of their usual width
     * @param narrowestMm the narrowest line that can be drawn
     * @param featureMm what is narrower than this is not drawn
     * @return inner lines first
     */
    public static List<ToolPath> of(
            Region piece, int walls, double spacingMm, double narrowestMm, double featureMm, double heightMm) {
        LocalWidth width = LocalWidth.of(piece, STEP_MM, (walls + 0.51) * spacingMm);
        var plan = new BeadPlan(width, new Beading.Rules(spacingMm, narrowestMm, featureMm, 2 * walls));
        var lines = new BeadLines(width, plan, heightMm);
        for (int side = walls - 1; side >= 0; side--) {
            lines.sides(side);
        }
        lines.middles();
        lines.inner.addAll(lines.outer);
        return lines.inner;
    }

    private void add(Chain chain, int side) {
        double[] points = chain.points(STRAIGHT_MM);
        if (points.length < 4) {
            return;
        }
        Role role = side == 0 ? Role.OUTER_WALL : Role.INNER_WALL;
        (side == 0 ? outer : inner).add(new ToolPath(role, points, chain.closed(), chain.widthMm() * heightMm));
    }

    private boolean has(int place, int side) {
        Beading beading = plan.beading(place);
        return side < beading.sides() && beading.depthMm(side) <= width.radiusMm[place];
    }

    /** The lines at the given place from the boundary: stretches of places that have it, joined where balls touch them all. */
    private void sides(int side) {
        var runs = new ArrayList<Chain>();
        var seen = new boolean[width.count()];
        for (int start = 0; start < width.count(); start++) {
            if (seen[start]) {
                continue;
            }
            int first = start;
            while (has(first, side) && width.before[first] != start) {
                first = width.before[first];
            }
            boolean around = has(first, side) && has(width.before[first], side);
            Chain run = null;
            for (int place = first; !seen[place]; place = width.next[place]) {
                seen[place] = true;
                if (has(place, side)) {
                    if (run == null) {
                        run = new Chain();
                        if (!around) {
                            edge(run, place, width.before[place], side);
                        }
                    }
                    double depth = plan.beading(place).depthMm(side);
                    run.add(
                            width.x[place] + depth * width.nx[place],
                            width.y[place] + depth * width.ny[place],
                            plan.beading(place).widthMm(side),
                            width.lengthMm[place] + depth * width.turnRad[place]);
                } else if (run != null) {
                    edge(run, width.before[place], place, side);
                    runs.add(run);
                    run = null;
                }
            }
            if (run != null) {
                if (around) {
                    run.close();
                } else {
                    edge(run, width.before[first], first, side);
                }
                runs.add(run);
            }
        }
        for (Chain chain : Chain.joined(runs)) {
            add(chain, side);
        }
    }

    /** Where a line begins or ends between a place that has it and one that has not. */
    private void edge(Chain run, int with, int without, int side) {
        double depth = plan.beading(with).depthMm(side);
        double a = width.radiusMm[with] - depth, b = width.radiusMm[without] - depth;
        if (b >= 0 || a <= 0) {
            return;
        }
        double t = a / (a - b);
        boolean sameEdge = width.element[with] == width.element[without];
        double x = width.x[with] + depth * width.nx[with], y = width.y[with] + depth * width.ny[with];
        if (sameEdge) {
            x += t * (width.x[without] - width.x[with]);
            y += t * (width.y[without] - width.y[with]);
        }
        run.add(x, y, plan.beading(with).widthMm(side), 0);
    }

    private void middles() {
        int count = width.count();
        var drawn = new boolean[count];
        var chains = new ArrayList<Chain>();
        for (int start = 0; start < count; start++) {
            if (!open(start, drawn) || open(width.before[start], drawn)) {
                continue;
            }
            follow(start, drawn, chains);
        }
        for (int start = 0; start < count; start++) {
            if (open(start, drawn)) {
                follow(start, drawn, chains);
            }
        }
        dots(chains);
        for (Chain chain : Chain.stitched(chains, STITCHED_MM)) {
            if (chain.closed() || chain.lengthMm() > chain.widthMm() / 2) {
                add(chain, chain.side());
            }
        }
    }

    private boolean open(int place, boolean[] drawn) {
        if (drawn[place] || !plan.hasMiddle(place)) {
            return false;
        }
        int opposite = width.partner[place];
        return opposite < 0
                || !(drawn[opposite] || drawn[width.next[opposite]] || drawn[width.before[opposite]])
                || width.apartMm(place, opposite) > 4 * STEP_MM;
    }

    private void follow(int start, boolean[] drawn, List<Chain> chains) {
        int side = plan.beading(start).sides();
        var chain = new Chain(side);
        int before = width.before[start];
        if (plan.isCentral(before) != plan.isCentral(start)) {
            half(chain, start, before, side);
        }
        int place = start;
        while (open(place, drawn) && plan.beading(place).sides() == side) {
            drawn[place] = true;
            double mm = width.apartMm(width.before[place], place) / 2 + width.apartMm(place, width.next[place]) / 2;
            chain.add(
                    width.middleX(place),
                    width.middleY(place),
                    plan.beading(place).widthMm(side),
                    mm);
            place = width.next[place];
            if (place == start) {
                chain.close();
                break;
            }
        }
        if (place != start) {
            half(chain, width.before[place], place, side);
        }
        chains.add(chain);
    }

    /** Lines end halfway between a place that has them and one that has not. */
    private void half(Chain chain, int with, int without, int side) {
        double apart = width.apartMm(with, without);
        if (apart < 3 * STEP_MM && width.radiusMm[with] - width.radiusMm[without] < STEEPEST * apart) {
            chain.add(
                    (width.middleX(with) + width.middleX(without)) / 2,
                    (width.middleY(with) + width.middleY(without)) / 2,
                    plan.beading(with).widthMm(side),
                    0);
        }
    }

    private void dots(List<Chain> chains) {
        var places = new ArrayList<Integer>();
        for (int place = 0; place < width.count(); place++) {
            if (plan.isDot(place) && alone(place, places)) {
                places.add(place);
                int side = plan.beading(place).sides();
                double lineMm = plan.beading(place).widthMm(side);
                var ring = new Chain(side);
                for (int corner = 0; corner < DOT_CORNERS; corner++) {
                    double angle = 2 * Math.PI * corner / DOT_CORNERS;
                    ring.add(
                            width.middleX(place) + DOT_SHARE * lineMm * Math.cos(angle),
                            width.middleY(place) + DOT_SHARE * lineMm * Math.sin(angle),
                            lineMm,
                            DOT_SHARE * lineMm);
                }
                chains.add(ring);
            }
        }
    }

    /** Several places touch the same ball; only one of them draws the dot. */
    private boolean alone(int place, List<Integer> dots) {
        for (int other : dots) {
            if (width.apartMm(place, other) < width.radiusMm[place]) {
                return false;
            }
        }
        return true;
    }
}
