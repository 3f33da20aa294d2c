package org.millwright.nesting.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The few turns in which a part that may turn more freely is tried first: upright, turned by quarters, and at the ends of
 * ranges. How much parts that turn in steps overlap is looked up, so a search among them soon finds what one among all turns
 * would take long for, and can improve then.
 */
public final class QuarterTurns {
    private static final double[] QUARTERS = {0, 90, 180, 270};

    /** A part is turned upright when the box around it becomes smaller by so much. */
    private static final double CLEARLY = 0.98;

    /** Edges that are shorter than so much of the part say nothing about how it stands upright. */
    private static final double LONG_EDGE = 0.05;

    private QuarterTurns() {}

    /** These turns of an item of a problem; steps as they are. */
    public static Orientations of(Item item, NestingProblem problem) {
        Orientations allowed = item.orientations();
        if (allowed.isStepped()) {
            return allowed;
        }
        double uprightDeg = uprightDeg(item.shape());
        double firstDeg =
                allowed.allows(uprightDeg, false) && fitsAsWell(item.shape(), uprightDeg, problem) ? uprightDeg : 0;
        DoubleStream ends = allowed.ranges().stream()
                .filter(range -> range.toDeg() - range.fromDeg() < 360)
                .mapToDouble(Orientations.Range::fromDeg);
        DoubleStream quarters = Arrays.stream(QUARTERS)
                .map(quarter -> firstDeg + quarter)
                .filter(degrees -> allowed.allows(degrees, false));
        return new Orientations(
                Orientations.of(DoubleStream.concat(ends, quarters).toArray()).ranges(), allowed.mirrorable());
    }

    /**
     * A problem with all parts in these turns; empty when none may turn in more than steps, and where stock is no plain
     * rectangle, because what lies beside its outline is not looked up.
     */
    public static Optional<NestingProblem> of(NestingProblem problem) {
        if (!isPlain(problem)
                || problem.items().stream().allMatch(item -> item.orientations().isStepped())) {
            return Optional.empty();
        }
        return Optional.of(new NestingProblem(
                problem.items().stream()
                        .map(item -> new Item(
                                item.id(),
                                item.shape(),
                                item.quantity(),
                                of(item, problem),
                                item.priority(),
                                item.quality()))
                        .toList(),
                problem.stocks(),
                problem.clearanceMm(),
                problem.marginMm(),
                problem.constraints()));
    }

    private static boolean isPlain(NestingProblem problem) {
        return problem.stocks().stream()
                .allMatch(stock -> stock.shape().isRectangle() && stock.zones().isEmpty());
    }

    /** Whether a shape fits wherever it does as drawn when it is turned so far; a long one may fit only across. */
    private static boolean fitsAsWell(Polygon shape, double degrees, NestingProblem problem) {
        double[] drawn = shape.turnedSizeMm(0);
        double[] turned = shape.turnedSizeMm(degrees);
        return isPlain(problem)
                && problem.stocks().stream()
                        .allMatch(stock ->
                                !fits(drawn, stock, problem.marginMm()) || fits(turned, stock, problem.marginMm()));
    }

    private static boolean fits(double[] boxMm, Stock stock, double marginMm) {
        double widthMm = stock.shape().widthMm() - 2 * marginMm;
        double heightMm = stock.shape().heightMm() - 2 * marginMm;
        return Math.max(boxMm[0], boxMm[1]) <= Math.max(widthMm, heightMm)
                && Math.min(boxMm[0], boxMm[1]) <= Math.min(widthMm, heightMm);
    }

    /** How far a shape has to be turned to have the smallest box around it; 0 when that is hardly smaller than as drawn. */
    private static double uprightDeg(Polygon shape) {
        double least = CLEARLY * boxMm2(shape, 0);
        double upright = 0;
        double longEdge = LONG_EDGE * Math.max(shape.widthMm(), shape.heightMm());
        double[] ring = shape.outerMm();
        for (int i = 0; i < ring.length; i += 2) {
            int next = (i + 2) % ring.length;
            double dx = ring[next] - ring[i];
            double dy = ring[next + 1] - ring[i + 1];
            double degrees = -Math.toDegrees(Math.atan2(dy, dx));
            if (Math.hypot(dx, dy) >= longEdge && boxMm2(shape, degrees) < least) {
                least = boxMm2(shape, degrees);
                upright = degrees;
            }
        }
        return upright;
    }

    private static double boxMm2(Polygon shape, double degrees) {
        double[] box = shape.turnedSizeMm(degrees);
        return box[0] * box[1];
    }
}
