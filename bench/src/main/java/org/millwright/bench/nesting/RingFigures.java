package org.millwright.bench.nesting;

import java.util.List;
import org.millwright.nesting.Budget;
import org.millwright.nesting.Nesting;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;

/** Rings and the discs that fit into them: with part-in-hole as many sheets as the rings alone need. */
final class RingFigures {
    private static final int RINGS = 32;
    private static final double OUTER_MM = 60;
    private static final double INNER_MM = 44;
    private static final double DISC_MM = 40;

    private RingFigures() {}

    static void print() {
        Layout rings = solve(List.of(ring()));
        Layout discs = solve(List.of(disc()));
        Layout both = solve(List.of(ring(), disc()));
        System.out.printf(
                "| sheets for %d rings with %d discs that fit inside | %d (rings alone) | %d (apart: %d) |%n",
                RINGS,
                RINGS,
                rings.used().size(),
                both.used().size(),
                rings.used().size() + discs.used().size());
    }

    private static Layout solve(List<Item> items) {
        var problem = new NestingProblem(items, List.of(Stock.sheet("sheet", 260, 260, 20, 100)), 1, 3);
        return Nesting.of(problem).solve(new Budget(40_000, 20), 1);
    }

    private static Item ring() {
        return new Item("ring", Polygon.ofMm(circle(OUTER_MM), List.of(circle(INNER_MM))), RINGS, List.of(0), 0);
    }

    private static Item disc() {
        return new Item("disc", Polygon.ofMm(circle(DISC_MM)), RINGS, List.of(0), 0);
    }

    private static double[] circle(double diameterMm) {
        int corners = 48;
        double[] xy = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            xy[2 * i] = diameterMm / 2 * Math.cos(2 * Math.PI * i / corners);
            xy[2 * i + 1] = diameterMm / 2 * Math.sin(2 * Math.PI * i / corners);
        }
        return xy;
    }
}
