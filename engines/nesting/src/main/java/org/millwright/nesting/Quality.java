package org.millwright.nesting;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.Layout.UsedStock;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Stock;

/** Layouts are better when they place more, then when their stock costs less, then when they use less length. */
record Quality(double unplacedAreaMm2, long costMinor, double stockAreaMm2, double lengthMm)
        implements Comparable<Quality> {
    private static final Comparator<Quality> ORDER = Comparator.comparingDouble(Quality::unplacedAreaMm2)
            .thenComparingLong(Quality::costMinor)
            .thenComparingDouble(Quality::stockAreaMm2)
            .thenComparingDouble(Quality::lengthMm);

    static Quality of(NestingProblem problem, Layout layout) {
        Map<String, Double> areas = new HashMap<>();
        problem.items().forEach(item -> areas.put(item.id(), item.shape().areaMm2()));
        Map<String, Stock> stocks = new HashMap<>();
        problem.stocks().forEach(stock -> stocks.put(stock.id(), stock));
        double unplaced = layout.unplaced().stream()
                .mapToDouble(left -> areas.getOrDefault(left.itemId(), 0.0))
                .sum();
        long cost = 0;
        double area = 0;
        double length = 0;
        for (UsedStock used : layout.used()) {
            Stock stock = stocks.get(used.stockId());
            if (stock != null) {
                cost += stock.costMinor();
                area += stock.shape().areaMm2();
            }
            length += used.usedLengthMm();
        }
        return new Quality(unplaced, cost, area, length);
    }

    @Override
    public int compareTo(Quality other) {
        return ORDER.compare(this, other);
    }
}
