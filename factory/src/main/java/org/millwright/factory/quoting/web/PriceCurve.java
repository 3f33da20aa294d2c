package org.millwright.factory.quoting.web;

import java.util.ArrayList;
import java.util.List;
import org.millwright.factory.quoting.UnitPrice;

/**
 * The price of one unit against the quantity, as points of a drawing of 320 by 120: quantities to the right on a
 * logarithmic scale, prices upwards from zero.
 *
 * @param points in order of quantity
 * @param path through all of them
 */
public record PriceCurve(List<Point> points, String path) {
    static final double WIDTH = 320;
    static final double HEIGHT = 120;

    private static final double LEFT = 16;
    private static final double RIGHT = 24;
    private static final double TOP = 26;
    private static final double BOTTOM = 22;

    /** @param named whether there is room for its price beside it */
    public record Point(double x, double y, UnitPrice price, boolean chosen, boolean named) {}

    static PriceCurve of(List<UnitPrice> breaks, int chosen) {
        if (breaks.isEmpty()) {
            return new PriceCurve(List.of(), "");
        }
        double most = Math.log(Math.max(2, breaks.getLast().quantity()));
        double highest =
                breaks.stream().mapToLong(step -> step.unit().minor()).max().orElse(1);
        var points = new ArrayList<Point>();
        var path = new StringBuilder();
        for (UnitPrice step : breaks) {
            double x = LEFT + (WIDTH - LEFT - RIGHT) * Math.log(step.quantity()) / most;
            double y = HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * step.unit().minor() / Math.max(1, highest);
            boolean ends = step.equals(breaks.getFirst()) || step.equals(breaks.getLast());
            points.add(new Point(x, y, step, step.quantity() == chosen, ends || step.quantity() == chosen));
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(Math.round(x * 10) / 10.0)
                    .append(' ')
                    .append(Math.round(y * 10) / 10.0);
        }
        return new PriceCurve(thinned(points), path.toString());
    }

    /** Names that would run into the chosen one's are left out. */
    private static List<Point> thinned(List<Point> points) {
        double chosenX = points.stream()
                .filter(Point::chosen)
                .mapToDouble(Point::x)
                .findFirst()
                .orElse(-1000);
        return points.stream()
                .map(point -> point.named() && !point.chosen() && Math.abs(point.x() - chosenX) < 64
                        ? new Point(point.x(), point.y(), point.price(), false, false)
                        : point)
                .toList();
    }

    /** The area under the line. */
    public String area() {
        return points.isEmpty()
                ? ""
                : path + "L" + points.getLast().x() + " " + (HEIGHT - BOTTOM) + "L"
                        + points.getFirst().x() + " " + (HEIGHT - BOTTOM) + "Z";
    }
}
