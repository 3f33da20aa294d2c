package org.millwright.nesting.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
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
    private static final double ROUNDING_UM = 1;

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
    public static Turns of(Polygon shape, Orientations allowed, double halfClearanceUm) {
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
                    Figure figure = fixed(turned, step.fromDeg(), m == 1, cx, cy, poles, grownUm);
                    setOwnBox(figure, original.rotated(step.fromDeg()));
                    all.add(figure);
                    if (seen.stream().noneMatch(other -> SameShape.upToMoving(other, turned))) {
                        seen.add(turned);
                        figures.add(figure);
                    }
                }
            } else {
                Figure bare = grownUm == 0
                        ? null
                        : new Figure(rings, Growth.edges(rings, CORNER_UM + ROUNDING_UM, 0), poles, 0, m == 1, null);
                double grown = grownUm + CORNER_UM + ROUNDING_UM;
                turns.bases[m] = new Figure(rings, Growth.edges(rings, grown, 0), poles, grownUm, m == 1, bare);
                turns.set(turns.bases[m], 0);
            }
        }
        return allowed.isStepped()
                ? new Turns(figures.toArray(Figure[]::new), all.toArray(Figure[]::new), none, turns.ranges)
                : turns;
    }

    /** A figure that never turns, such as a defect; positions are those of its own coordinates. */
    public static Figure unmoved(Polygon shape, double grownUm) {
        return fixed(shape, 0, false, 0, 0, Poles.of(Rings.around(shape, 0, 0)), grownUm);
    }

    private static Figure fixed(
            Polygon turned, double degrees, boolean mirrored, double cx, double cy, double[] poles, double grownUm) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double x = cx * cos - cy * sin;
        double y = cx * sin + cy * cos;
        double[][] rings = Rings.around(turned, x, y);
        double[] turnedPoles = poles.clone();
        for (int i = 0; i < poles.length; i += 3) {
            turnedPoles[i] = poles[i] * cos - poles[i + 1] * sin;
            turnedPoles[i + 1] = poles[i] * sin + poles[i + 1] * cos;
        }
        Figure bare = grownUm == 0 ? null : figure(rings, turnedPoles, 0, mirrored, null);
        Figure figure = figure(rings, turnedPoles, grownUm, mirrored, bare);
        place(figure, turned, degrees, x, y);
        if (figure.bare != figure) {
            place(figure.bare, turned, degrees, x, y);
        }
        return figure;
    }

    private static Figure figure(
            double[][] rings, double[] poles, double grownUm, boolean mirrored, @Nullable Figure bare) {
        return new Figure(rings, Growth.edges(rings, grownUm, ROUNDING_UM), poles, grownUm, mirrored, bare);
    }

    private static void place(Figure figure, Polygon turned, double degrees, double x, double y) {
        figure.measure();
        figure.originX = -x;
        figure.originY = -y;
        figure.turnDeg = degrees;
        setOwnBox(figure, turned);
    }

    /** The box by which a part stays inside its stock is that of the part itself, not of its cover. */
    private static void setOwnBox(Figure figure, Polygon turned) {
        figure.setOwnBox(
                turned.minXUm() + figure.originX,
                turned.minYUm() + figure.originY,
                turned.maxXUm() + figure.originX,
                turned.maxYUm() + figure.originY);
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
