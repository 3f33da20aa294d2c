package org.millwright.nesting.cutting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.millwright.nesting.Remnants;
import org.millwright.nesting.cutting.PlacedEdges.Edge;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;

/**
 * The most valuable piece that is left of a sheet, as a polygon that can be stock again.
 *
 * @param rectangular whether one straight cut takes it off
 * @param worthMm2 its area, less what its form costs
 */
public record Offcut(Polygon shape, boolean rectangular, double worthMm2) {
    private static final int SLABS = 96;

    /**
     * What makes an offcut worth keeping.
     *
     * @param leastWidthMm narrower places are scrap
     * @param leastAreaMm2 smaller pieces are scrap
     * @param steppedWorth worth of a piece with steps beside that of a rectangle of the same area, 0 to 1
     */
    public record Terms(double leastWidthMm, double leastAreaMm2, double steppedWorth) {}

    /**
     * The rectangle or the stepped polygon that is worth more, or nothing. All of it is material of that piece of stock,
     * without defects, and at least a clearance away from every part.
     */
    public static Optional<Offcut> of(NestingProblem problem, Layout layout, String stockId, int copy, Terms terms) {
        List<Offcut> found = new ArrayList<>();
        Remnants.rectangleLeft(problem, layout, stockId, copy)
                .filter(strip -> Math.min(strip.widthMm(), strip.heightMm()) >= terms.leastWidthMm)
                .ifPresent(strip -> found.add(new Offcut(
                        Polygon.ofMm(
                                strip.xMm(),
                                strip.yMm(),
                                strip.xMm() + strip.widthMm(),
                                strip.yMm(),
                                strip.xMm() + strip.widthMm(),
                                strip.yMm() + strip.heightMm(),
                                strip.xMm(),
                                strip.yMm() + strip.heightMm()),
                        true,
                        strip.areaMm2())));
        stepped(problem, layout, stockId, copy, terms)
                .ifPresent(shape ->
                        found.add(new Offcut(shape, shape.isRectangle(), shape.areaMm2() * terms.steppedWorth)));
        return found.stream()
                .filter(offcut -> offcut.shape.areaMm2() >= terms.leastAreaMm2)
                .max((a, b) -> Double.compare(a.worthMm2, b.worthMm2));
    }

    /** Everything right of the parts, in level slabs; the largest run of slabs that hang together. */
    private static Optional<Polygon> stepped(
            NestingProblem problem, Layout layout, String stockId, int copy, Terms terms) {
        Stock stock = problem.stocks().stream()
                .filter(candidate -> candidate.id().equals(stockId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no stock %s.".formatted(stockId)));
        var placed = new PlacedEdges(problem);
        List<Edge> parts = new ArrayList<>();
        for (Placement placement : layout.listOn(stockId, copy)) {
            parts.addAll(placed.of(placement));
        }
        stock.zones().forEach(zone -> parts.addAll(PlacedEdges.of(zone.shape(), 0, 0)));
        List<Edge> outline = PlacedEdges.of(stock.shape(), 0, 0);
        double bottom = stock.shape().minYUm() / 1000.0;
        // On the grid, so that rounding cannot move them into a part.
        double[] levels = new double[SLABS + 1];
        for (int s = 0; s <= SLABS; s++) {
            levels[s] = Math.rint((bottom + s * stock.shape().heightMm() / SLABS) * 1000) / 1000;
        }
        double[] from = new double[SLABS];
        double[] to = new double[SLABS];
        for (int s = 0; s < SLABS; s++) {
            double low = levels[s];
            double high = levels[s + 1];
            double left = stock.shape().minXUm() / 1000.0;
            for (Edge edge : parts) {
                double[] clipped = clipped(edge, low - problem.clearanceMm(), high + problem.clearanceMm());
                if (clipped[0] <= clipped[1]) {
                    left = Math.max(left, clipped[1] + problem.clearanceMm());
                }
            }
            openTo(outline, low, high, left, from, to, s);
            if (to[s] - from[s] < terms.leastWidthMm) {
                to[s] = from[s];
            }
        }
        return largestRun(from, to, levels, terms.leastWidthMm);
    }

    /** Least and largest x of an edge within a slab; the wrong way round when it is not there. */
    private static double[] clipped(Edge e, double low, double high) {
        double y0 = Math.min(e.ay(), e.by());
        double y1 = Math.max(e.ay(), e.by());
        if (y1 < low || y0 > high) {
            return new double[] {1, 0};
        }
        if (y0 == y1) {
            return new double[] {Math.min(e.ax(), e.bx()), Math.max(e.ax(), e.bx())};
        }
        double slope = (e.bx() - e.ax()) / (e.by() - e.ay());
        double atLow = e.ax() + slope * (Math.max(low, y0) - e.ay());
        double atHigh = e.ax() + slope * (Math.min(high, y1) - e.ay());
        return new double[] {Math.min(atLow, atHigh), Math.max(atLow, atHigh)};
    }

    /** Finds where material begins and ends behind a place, all through a slab. */
    private static void openTo(
            List<Edge> outline, double low, double high, double left, double[] from, double[] to, int s) {
        List<double[]> crossings = new ArrayList<>();
        for (Edge edge : outline) {
            double[] clipped = clipped(edge, low + 1e-6, high - 1e-6);
            if (clipped[0] <= clipped[1]) {
                crossings.add(clipped);
            }
        }
        crossings.sort((a, b) -> Double.compare(a[0], b[0]));
        double begins = left;
        double ends = left;
        for (double[] crossing : crossings) {
            if (crossing[0] <= begins + 1e-9) {
                begins = Math.max(begins, crossing[1]);
            } else {
                ends = crossing[0];
                break;
            }
        }
        double x = (begins + ends) / 2;
        double y = (low + high) / 2;
        boolean inside = false;
        for (Edge e : outline) {
            if (e.ay() > y != e.by() > y && x < e.ax() + (e.bx() - e.ax()) * (y - e.ay()) / (e.by() - e.ay())) {
                inside = !inside;
            }
        }
        from[s] = begins;
        to[s] = inside ? Math.max(begins, ends) : begins;
    }

    private static Optional<Polygon> largestRun(double[] from, double[] to, double[] levels, double leastWidth) {
        Optional<Polygon> best = Optional.empty();
        int s = 0;
        while (s < from.length) {
            int end = s;
            while (end < from.length
                    && to[end] > from[end]
                    && (end == s
                            || Math.min(to[end], to[end - 1]) - Math.max(from[end], from[end - 1]) >= leastWidth)) {
                end++;
            }
            if (end > s && levels[end] - levels[s] >= leastWidth) {
                Polygon run = run(from, to, s, end, levels);
                if (best.isEmpty() || run.areaMm2() > best.get().areaMm2()) {
                    best = Optional.of(run);
                }
            }
            s = Math.max(s + 1, end);
        }
        return best;
    }

    private static Polygon run(double[] from, double[] to, int start, int end, double[] levels) {
        List<double[]> right = new ArrayList<>();
        List<double[]> left = new ArrayList<>();
        for (int s = start; s < end; s++) {
            add(right, up(to[s], -1), levels[s], levels[s + 1]);
            add(left, up(from[s], 1), levels[s], levels[s + 1]);
        }
        List<double[]> ring = new ArrayList<>(right);
        for (int i = left.size() - 1; i >= 0; i--) {
            ring.add(left.get(i));
        }
        return Polygon.ofMm(ring.stream().flatMapToDouble(Arrays::stream).toArray());
    }

    /** Rounded to the grid, into the material. */
    private static double up(double mm, int sign) {
        return sign * Math.ceil(sign * mm * 1000 - 1e-6) / 1000;
    }

    private static void add(List<double[]> side, double x, double low, double high) {
        if (!side.isEmpty() && side.getLast()[0] == x) {
            side.getLast()[1] = high;
        } else {
            side.add(new double[] {x, low});
            side.add(new double[] {x, high});
        }
    }
}
