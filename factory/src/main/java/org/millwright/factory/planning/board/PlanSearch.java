package org.millwright.factory.planning.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search for a better plan. Amounts are of the goal: seconds of lateness, minor units of the currency, or kg of CO₂e.
 *
 * @param running whether it still looks
 * @param stopped whether somebody asked it to stop
 * @param steps plans tried until the best was found
 * @param before amount of the plan in force when the search began
 * @param best amount of the best plan found so far
 * @param bound no plan can have less; null when nothing was proved
 * @param points the improvements so far, in their order
 * @param found the copy that holds the best plan; null while running, and when nothing better was found
 */
public record PlanSearch(
        SearchGoal goal,
        Instant startedAt,
        boolean running,
        boolean stopped,
        long steps,
        double before,
        double best,
        @Nullable Double bound,
        List<Point> points,
        @Nullable ScenarioId found) {
    private static final int MOST_POINTS = 200;

    public PlanSearch {
        points = List.copyOf(points);
    }

    /**
     * An improvement.
     *
     * @param atS computing seconds since the search began
     */
    public record Point(double atS, double amount) {}

    public static PlanSearch begun(SearchGoal goal, Instant now, double before, @Nullable Double bound) {
        return new PlanSearch(goal, now, true, false, 0, before, before, bound, List.of(new Point(0, before)), null);
    }

    /** The same with a better plan; itself when it is none. */
    public PlanSearch improved(long step, double atS, double amount) {
        if (amount >= best) {
            return this;
        }
        List<Point> more = new ArrayList<>(points.size() < MOST_POINTS ? points : points.subList(1, points.size()));
        more.add(new Point(atS, amount));
        return new PlanSearch(goal, startedAt, running, stopped, step, before, amount, bound, more, null);
    }

    public PlanSearch asStopped() {
        return new PlanSearch(goal, startedAt, running, true, steps, before, best, bound, points, found);
    }

    /** Over, with the copy that holds what was found. */
    public PlanSearch over(@Nullable ScenarioId copy) {
        return new PlanSearch(
                goal, startedAt, false, stopped, steps, before, copy == null ? before : best, bound, points, copy);
    }

    /** With a better bound, if it is one. */
    public PlanSearch bounded(double proved) {
        double most = bound == null ? proved : Math.max(bound, proved);
        return new PlanSearch(goal, startedAt, running, stopped, steps, before, best, most, points, found);
    }

    /** By what share of the best the bound lies below it, from 0 (proved best) to 1; null when nothing was proved. */
    public @Nullable Double gap() {
        return bound == null ? null : best <= 0 ? Double.valueOf(0) : Double.valueOf(Math.max(0, best - bound) / best);
    }

    public boolean better() {
        return best < before;
    }

    /** The improvements as a line in a drawing of {@code width} by {@code height}, the amount from zero upwards. */
    public String path(double width, double height) {
        double last = Math.max(1e-9, points.getLast().atS());
        double most = Math.max(1e-9, before);
        var path = new StringBuilder();
        double y = height;
        for (Point point : points) {
            double x = Math.round(point.atS() / last * (width - 12) * 10) / 10.0;
            if (!path.isEmpty()) {
                path.append('L').append(x).append(' ').append(y);
            }
            y = Math.round((height - 2 - point.amount() / most * (height - 4)) * 10) / 10.0;
            path.append(path.isEmpty() ? 'M' : 'L').append(x).append(' ').append(y);
        }
        return path.append('L').append(width).append(' ').append(y).toString();
    }
}
