package org.millwright.nesting.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.millwright.nesting.model.Constraints;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Polygon;

/**
 * All figures of one part: one for each allowed step, or, when whole ranges are allowed, two bases (the part and its
 * mirror image) from which any turn is made.
 */
public final class Turns {
    /**
     * Rounding two positions to the grid brings figures closer by at most so much along each axis. Slanted edges keep all
     * of it, because the other figure may come with a corner of axis-parallel edges, which keep none.
     */
    static final double ROUNDING_UM = 1;

    /** Corners turned by arbitrary angles are rounded to the grid when the layout is written down. */
    private static final double CORNER_UM = 0.75;

    /** Covers of finely drawn parts miss up to so much, turned and rounded. */
    private static final double COVER_UM = 1.5;

    /** Distinct figures, symmetric turns left out; without ranges only. */
    public final Figure[] steps;

    private final Figure[] all;
    /** The part unturned and, where allowed, its mirror image; with ranges only. */
    public final Figure[] bases;

    public final boolean stepped;
    private final double[] originX = new double[2];
    private final double[] originY = new double[2];
    private final List<Orientations.Range> ranges;

    private Turns(Figure[] steps, Figure[] all, Figure[] bases, List<Orientations.Range> ranges) {
        this.steps = steps;
        this.all = all;
        this.bases = bases;
        stepped = bases.length == 0;
        this.ranges = ranges;
    }

    /**
     * The figures of a part.
     *
     * @param halfClearanceUm half the clearance
     */
    public static Turns of(Polygon shape, Orientations allowed, double halfClearanceUm, Extras extras) {
        List<Figure> figures = new ArrayList<>();
        List<Figure> all = new ArrayList<>();
        Figure[] none = new Figure[0];
        var turns = new Turns(none, none, new Figure[allowed.mirrorable() ? 2 : 1], List.copyOf(allowed.ranges()));
        List<Polygon> seen = new ArrayList<>();
        Polygon cover = Simplification.cover(shape);
        double grownUm = halfClearanceUm + (cover.equals(shape) ? 0 : COVER_UM);
        for (int m = 0; m < turns.bases.length; m++) {
            Polygon original = m == 0 ? shape : shape.mirrored();
            Polygon flat = m == 0 ? cover : cover.mirrored();
            double cx = (flat.minXUm() + flat.maxXUm()) / 2.0;
            double cy = (flat.minYUm() + flat.maxYUm()) / 2.0;
            turns.originX[m] = -cx;
            turns.originY[m] = -cy;
            double[][] rings = Rings.around(flat, cx, cy);
            double[] poles = Poles.of(rings);
            if (allowed.isStepped()) {
                for (Orientations.Range step : allowed.ranges()) {
                    Polygon turned = flat.rotated(step.fromDeg());
                    var turn = new FixedTurn(step.fromDeg(), m == 1, cx, cy);
                    Figure figure = turn.figure(turned, poles, grownUm, extras);
                    turn.setOwnBox(figure, original.rotated(step.fromDeg()));
                    all.add(figure);
                    boolean known =
                            extras.areNone() && seen.stream().anyMatch(other -> SameShape.upToMoving(other, turned));
                    if (!known) {
                        seen.add(turned);
                        figure.step = figure.levels.length == 0 ? figures.size() : -1;
                        figures.add(figure);
                    }
                }
            } else {
                turns.bases[m] = base(rings, poles, grownUm, m == 1, cx, cy, extras);
                turns.set(turns.bases[m], 0);
            }
        }
        return allowed.isStepped()
                ? new Turns(figures.toArray(Figure[]::new), all.toArray(Figure[]::new), none, turns.ranges)
                : turns;
    }

    /** A figure that never turns, such as a defect; positions are those of its own coordinates. */
    public static Figure unmoved(Polygon shape, double grownUm) {
        return new FixedTurn(0, false, 0, 0).figure(shape, Poles.of(Rings.around(shape, 0, 0)), grownUm, Extras.none());
    }

    /** The part unturned, to be turned in any way. */
    private static Figure base(
            double[][] rings, double[] poles, double grownUm, boolean mirrored, double cx, double cy, Extras extras) {
        double[] points = extras.wayPoints(mirrored);
        for (int i = 0; i < points.length; i += 2) {
            points[i] -= cx;
            points[i + 1] -= cy;
        }
        double room = CORNER_UM + ROUNDING_UM;
        double[] edgesOfPart = Growth.edges(rings, room, 0);
        Figure bare = grownUm == 0 && points.length == 0
                ? null
                : new Figure(
                        rings,
                        joined(edgesOfPart, extras.capsuleEdges(mirrored, Double.MAX_VALUE, cx, cy)),
                        poles,
                        0,
                        mirrored,
                        new Figure.Company(null, new Figure[0], new int[0], points));
        Figure[] levels = new Figure[extras.levels().size()];
        int[] numbers = new int[levels.length];
        for (int k = 0; k < levels.length; k++) {
            Constraints.Level level = extras.levels().get(k);
            double[][] levelRings = Rings.around(mirrored ? level.shape().mirrored() : level.shape(), cx, cy);
            double grown = grownUm + level.growMm() * 1000;
            numbers[k] = level.number();
            levels[k] = new Figure(
                    levelRings,
                    Growth.edges(levelRings, grown + room, 0),
                    Poles.of(levelRings),
                    grown,
                    mirrored,
                    Figure.Company.NONE);
        }
        double[] edges = joined(Growth.edges(rings, grownUm + room, 0), extras.capsuleEdges(mirrored, grownUm, cx, cy));
        var figure =
                new Figure(rings, edges, poles, grownUm, mirrored, new Figure.Company(bare, levels, numbers, points));
        extras.matches().forEach(match -> {
            figure.matchX = (mirrored ? -1 : 1) * match.xMm() * 1000 - cx;
            figure.matchY = match.yMm() * 1000 - cy;
        });
        return figure;
    }

    static double[] joined(double[] a, double[] b) {
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    /** Turns a copy of a base by the given angle. */
    public void set(Figure figure, double degrees) {
        int m = figure.mirrored ? 1 : 0;
        figure.turn(bases[m], degrees, originX[m], originY[m], CORNER_UM);
    }

    /** An allowed angle at random, all ranges alike. */
    public double anyDeg(SplittableRandom random) {
        Orientations.Range range = ranges.get(random.nextInt(ranges.size()));
        double width = range.toDeg() - range.fromDeg();
        return range.fromDeg() + (width >= 90 ? Math.rint(random.nextInt(64)) / 64 : random.nextDouble()) * width;
    }

    /** The angle itself when allowed, otherwise the nearest end of a range. */
    public double nearestDeg(double degrees) {
        double nearest = ranges.getFirst().fromDeg();
        double distance = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ranges.size(); i++) {
            Orientations.Range range = ranges.get(i);
            double turn = (degrees - range.fromDeg()) % 360;
            double above = turn < 0 ? turn + 360 : turn;
            double width = range.toDeg() - range.fromDeg();
            if (above <= width) {
                return range.fromDeg() + above;
            }
            if (above - width < distance) {
                distance = above - width;
                nearest = range.toDeg();
            }
            if (360 - above < distance) {
                distance = 360 - above;
                nearest = range.fromDeg();
            }
        }
        return nearest;
    }

    /** A step at random, or a copy of a base turned at random. */
    public Figure anyTurn(SplittableRandom random) {
        return stepped
                ? steps[random.nextInt(steps.length)]
                : findTurn(anyDeg(random), random.nextInt(bases.length) == 1);
    }

    /** The figure for a rotation, or a copy of the base turned by it. */
    public Figure findTurn(double degrees, boolean mirrored) {
        if (stepped) {
            for (Figure step : all) {
                if (step.mirrored == mirrored && Math.abs(Math.IEEEremainder(step.turnDeg - degrees, 360)) < 1e-9) {
                    return step;
                }
            }
            throw new IllegalArgumentException("No part may be turned by %s degrees here.".formatted(degrees));
        }
        Figure figure = bases[mirrored ? 1 : 0].copy();
        set(figure, degrees);
        return figure;
    }

    /** A figure to begin with: the first step, or the base at the first allowed angle. */
    public Figure first() {
        if (stepped) {
            return steps[0];
        }
        Figure figure = bases[0].copy();
        set(figure, ranges.getFirst().fromDeg());
        return figure;
    }
}
