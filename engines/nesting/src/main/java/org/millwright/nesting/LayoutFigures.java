package org.millwright.nesting;

import java.util.HashMap;
import java.util.Map;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.Layout.UsedStock;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Stock;

/**
 * A layout in numbers, to show and to compare.
 *
 * @param density area of the placed parts over that of the stock in use, 0 to 1; of a single strip that is longer than
 *     its parts need, only the used length counts
 * @param pieces of stock in use
 * @param costMinor price of the stock in use
 * @param usedLengthMm summed over all pieces, from their left edges to their rightmost parts
 */
public record LayoutFigures(
        int placed,
        int unplaced,
        int pieces,
        double density,
        double placedAreaMm2,
        long costMinor,
        double usedLengthMm) {

    public static LayoutFigures of(NestingProblem problem, Layout layout) {
        Map<String, Double> areas = new HashMap<>();
        for (Item item : problem.items()) {
            areas.put(item.id(), item.shape().areaMm2());
        }
        Map<String, Stock> stocks = new HashMap<>();
        problem.stocks().forEach(stock -> stocks.put(stock.id(), stock));
        double placedArea = 0;
        for (Placement placement : layout.placements()) {
            placedArea += areas.getOrDefault(placement.itemId(), 0.0);
        }
        double stockArea = 0;
        double length = 0;
        long cost = 0;
        for (UsedStock used : layout.used()) {
            length += used.usedLengthMm();
            Stock stock = stocks.get(used.stockId());
            if (stock != null) {
                cost += stock.costMinor();
                stockArea += isStrip(problem, layout)
                        ? used.usedLengthMm() * stock.shape().heightMm()
                        : stock.shape().areaMm2();
            }
        }
        return new LayoutFigures(
                layout.placements().size(),
                layout.unplaced().size(),
                layout.used().size(),
                stockArea > 0 ? placedArea / stockArea : 0,
                placedArea,
                cost,
                length);
    }

    /** One long rectangle that carries everything: what is behind the last part is not waste. */
    private static boolean isStrip(NestingProblem problem, Layout layout) {
        return problem.stocks().size() == 1
                && layout.used().size() == 1
                && layout.unplaced().isEmpty()
                && problem.stocks().getFirst().quantity() == 1
                && problem.stocks().getFirst().shape().isRectangle();
    }
}
