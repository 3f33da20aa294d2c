package org.millwright.nesting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;

/** What is left of a sheet after its parts are cut. */
public final class Remnants {
    private Remnants() {}

    /**
     * A rectangle that one straight cut takes off the sheet.
     *
     * @param xMm its lower left corner in the coordinates of the stock
     * @param yMm its lower left corner in the coordinates of the stock
     */
    public record Strip(double xMm, double yMm, double widthMm, double heightMm) {
        public double areaMm2() {
            return widthMm * heightMm;
        }
    }

    /**
     * The larger of the free strips at the right and at the top of one piece of stock, a clearance away from every part;
     * empty when nothing is free there or the stock is not a plain rectangle.
     */
    public static Optional<Strip> rectangleLeft(NestingProblem problem, Layout layout, String stockId, int stockCopy) {
        Stock stock = problem.stocks().stream()
                .filter(candidate -> candidate.id().equals(stockId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no stock %s.".formatted(stockId)));
        Polygon sheet = stock.shape();
        double box = sheet.widthMm() * sheet.heightMm();
        if (sheet.areaMm2() < box * (1 - 1e-9)) {
            return Optional.empty();
        }
        Map<String, Item> items = problem.items().stream().collect(Collectors.toMap(Item::id, Function.identity()));
        double usedX = sheet.minXUm() / 1000.0;
        double usedY = sheet.minYUm() / 1000.0;
        List<Placement> placements = layout.listOn(stockId, stockCopy);
        for (Placement placement : placements) {
            Item item = items.get(placement.itemId());
            if (item != null) {
                Polygon turned = item.shape().rotated(placement.rotationDeg());
                usedX = Math.max(usedX, placement.xMm() + turned.maxXUm() / 1000.0 + problem.clearanceMm());
                usedY = Math.max(usedY, placement.yMm() + turned.maxYUm() / 1000.0 + problem.clearanceMm());
            }
        }
        double left = sheet.minXUm() / 1000.0;
        double bottom = sheet.minYUm() / 1000.0;
        var right = new Strip(usedX, bottom, left + sheet.widthMm() - usedX, sheet.heightMm());
        var top = new Strip(left, usedY, sheet.widthMm(), bottom + sheet.heightMm() - usedY);
        Strip larger = right.areaMm2() >= top.areaMm2() ? right : top;
        return larger.widthMm() > 0 && larger.heightMm() > 0 ? Optional.of(larger) : Optional.empty();
    }
}
