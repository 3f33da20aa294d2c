package org.millwright.nesting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.Layout.Reason;
import org.millwright.nesting.model.Layout.Unplaced;
import org.millwright.nesting.model.Layout.UsedStock;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;

/** Completes placements to layouts: what stock they use and what has no place. */
final class Layouts {
    private static final double MM_PER_UM = 1e-3;

    private final NestingProblem problem;
    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, Stock> stocks = new HashMap<>();
    private final Map<String, Reason> reasons = new HashMap<>();

    Layouts(NestingProblem problem) {
        this.problem = problem;
        problem.items().forEach(item -> items.put(item.id(), item));
        problem.stocks().forEach(stock -> stocks.put(stock.id(), stock));
    }

    /** Remembers why copies have no place. */
    void learn(List<Unplaced> unplaced) {
        unplaced.forEach(left -> reasons.put(left.itemId(), left.reason()));
    }

    Layout of(List<Placement> placements) {
        Map<String, Map<Integer, double[]>> pieces = new LinkedHashMap<>();
        Set<String> placed = new HashSet<>();
        for (Placement placement : placements) {
            placed.add(placement.copyIndex() + " of " + placement.itemId());
            Item item = items.get(placement.itemId());
            Stock stock = stocks.get(placement.stockId());
            if (item != null && stock != null) {
                Polygon shape = placement.mirrored() ? item.shape().mirrored() : item.shape();
                double right = placement.xMm()
                        + (shape.rotated(placement.rotationDeg()).maxXUm()
                                        - stock.shape().minXUm())
                                * MM_PER_UM;
                double[] sums = pieces.computeIfAbsent(placement.stockId(), any -> new LinkedHashMap<>())
                        .computeIfAbsent(placement.stockCopy(), any -> new double[2]);
                sums[0] += item.shape().areaMm2();
                sums[1] = Math.max(sums[1], right);
            }
        }
        List<UsedStock> used = new ArrayList<>();
        pieces.forEach((stockId, byCopy) -> byCopy.forEach((copy, sums) -> {
            Stock stock = stocks.get(stockId);
            double area = stock == null ? 1 : stock.shape().areaMm2();
            used.add(new UsedStock(stockId, copy, sums[0] / area, sums[1]));
        }));
        List<Unplaced> unplaced = new ArrayList<>();
        for (Item item : problem.items()) {
            for (int copy = 0; copy < item.quantity(); copy++) {
                if (!placed.contains(copy + " of " + item.id())) {
                    unplaced.add(new Unplaced(item.id(), copy, reasons.getOrDefault(item.id(), Reason.NO_STOCK_LEFT)));
                }
            }
        }
        return new Layout(placements, unplaced, used);
    }
}
