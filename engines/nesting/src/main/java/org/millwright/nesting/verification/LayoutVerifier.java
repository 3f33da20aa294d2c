package org.millwright.nesting.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.millwright.nesting.model.Constraints;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Stock;

/**
 * Checks a layout against its problem: known items and stock, every copy once, allowed rotations, inside the stock with
 * the margin, no overlap, clearance kept. Parts are turned and rounded to the 1 µm grid; after that all decisions are
 * exact.
 */
public final class LayoutVerifier {
    private final NestingProblem problem;
    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, Stock> stocks = new HashMap<>();
    private final Map<String, List<Constraints.Level>> levels = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    private LayoutVerifier(NestingProblem problem) {
        this.problem = problem;
        problem.items().forEach(item -> items.put(item.id(), item));
        problem.stocks().forEach(stock -> stocks.put(stock.id(), stock));
        for (Constraints.Level level : problem.constraints().levels()) {
            levels.computeIfAbsent(level.itemId(), any -> new ArrayList<>()).add(level);
        }
    }

    /** Everything that is wrong, in words; empty when the layout holds. */
    public static List<String> violations(NestingProblem problem, Layout layout) {
        var verifier = new LayoutVerifier(problem);
        verifier.checkQuantities(layout);
        Map<String, List<Placement>> byPiece = new HashMap<>();
        for (Placement placement : layout.placements()) {
            if (verifier.checkReferences(placement)) {
                byPiece.computeIfAbsent(placement.stockId() + " #" + placement.stockCopy(), any -> new ArrayList<>())
                        .add(placement);
            }
        }
        byPiece.forEach(verifier::checkPiece);
        ConstraintVerifier.check(problem, layout, verifier.violations);
        return verifier.violations;
    }

    private void checkQuantities(Layout layout) {
        Set<String> seen = new HashSet<>();
        for (Placement placement : layout.placements()) {
            countCopy(seen, placement.itemId(), placement.copyIndex());
        }
        for (Layout.Unplaced unplaced : layout.unplaced()) {
            countCopy(seen, unplaced.itemId(), unplaced.copyIndex());
        }
        for (Item item : problem.items()) {
            for (int copy = 0; copy < item.quantity(); copy++) {
                if (!seen.contains(item.id() + " #" + copy)) {
                    violations.add("Copy %d of item %s is neither placed nor reported.".formatted(copy, item.id()));
                }
            }
        }
    }

    private void countCopy(Set<String> seen, String itemId, int copy) {
        if (!seen.add(itemId + " #" + copy)) {
            violations.add("Copy %d of item %s comes twice.".formatted(copy, itemId));
        }
        Item item = items.get(itemId);
        if (item != null && (copy < 0 || copy >= item.quantity())) {
            violations.add("Item %s has %d copies, but copy %d is placed.".formatted(itemId, item.quantity(), copy));
        }
    }

    private boolean checkReferences(Placement placement) {
        Item item = items.get(placement.itemId());
        Stock stock = stocks.get(placement.stockId());
        if (item == null || stock == null) {
            violations.add("%s on %s: no such item or stock.".formatted(placement.itemId(), placement.stockId()));
            return false;
        }
        if (placement.stockCopy() < 0 || placement.stockCopy() >= stock.quantity()) {
            violations.add("Stock %s has %d pieces, but piece %d is used."
                    .formatted(stock.id(), stock.quantity(), placement.stockCopy()));
        }
        if (!item.orientations().allows(placement.rotationDeg(), placement.mirrored())) {
            violations.add("%s is turned by %s degrees%s; allowed are %s."
                    .formatted(
                            name(placement),
                            placement.rotationDeg(),
                            placement.mirrored() ? " and mirrored" : "",
                            item.orientations()));
        }
        if (!(Math.abs(placement.xMm()) < 1e6) || !(Math.abs(placement.yMm()) < 1e6)) {
            violations.add("%s lies at (%s, %s) mm, which is nowhere."
                    .formatted(name(placement), placement.xMm(), placement.yMm()));
            return false;
        }
        return true;
    }

    private void checkPiece(String piece, List<Placement> placements) {
        Stock stock = getStock(placements.getFirst());
        List<ExactShape> shapes = new ArrayList<>();
        var outline = ExactShape.of(stock.shape());
        for (Placement placement : placements) {
            Item item = items.get(placement.itemId());
            if (item != null) {
                shapes.add(ExactShape.of(
                        item.shape(), placement.mirrored(), placement.rotationDeg(), placement.xMm(), placement.yMm()));
            }
        }
        for (int i = 0; i < shapes.size(); i++) {
            if (!ExactRelation.isInside(shapes.get(i), outline, problem.marginUm())) {
                violations.add("%s is not inside %s with a margin of %s mm."
                        .formatted(name(placements.get(i)), piece, problem.marginMm()));
            }
            checkZones(stock, placements.get(i), shapes.get(i));
            for (int j = 0; j < i; j++) {
                if (areTooClose(placements.get(i), shapes.get(i), placements.get(j), shapes.get(j))) {
                    violations.add("%s and %s on %s overlap or are closer than %s mm."
                            .formatted(name(placements.get(i)), name(placements.get(j)), piece, problem.clearanceMm()));
                }
            }
        }
    }

    /** By their shapes, or by those on common levels when both have levels. */
    private boolean areTooClose(Placement first, ExactShape a, Placement second, ExactShape b) {
        List<Constraints.Level> firstLevels = levels.getOrDefault(first.itemId(), List.of());
        List<Constraints.Level> secondLevels = levels.getOrDefault(second.itemId(), List.of());
        if (firstLevels.isEmpty() || secondLevels.isEmpty()) {
            return ExactRelation.isTooClose(a, b, problem.clearanceUm());
        }
        for (Constraints.Level one : firstLevels) {
            for (Constraints.Level other : secondLevels) {
                double clearanceUm = problem.clearanceUm() + (one.growMm() + other.growMm()) * 1000;
                if (one.number() == other.number()
                        && ExactRelation.isTooClose(
                                shapeOf(first, one), shapeOf(second, other), (long) Math.ceil(clearanceUm - 1e-6))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static ExactShape shapeOf(Placement placement, Constraints.Level level) {
        return ExactShape.of(
                level.shape(), placement.mirrored(), placement.rotationDeg(), placement.xMm(), placement.yMm());
    }

    private void checkZones(Stock stock, Placement placement, ExactShape shape) {
        Item item = items.get(placement.itemId());
        for (Stock.Zone zone : stock.zones()) {
            if (item != null
                    && Stock.Zone.isForbidden(zone.quality(), item.quality())
                    && ExactRelation.isTooClose(shape, ExactShape.of(zone.shape()), 0)) {
                violations.add("%s lies on a zone of quality %d of stock %s, but needs %d."
                        .formatted(name(placement), zone.quality(), stock.id(), item.quality()));
            }
        }
    }

    private Stock getStock(Placement placement) {
        Stock stock = stocks.get(placement.stockId());
        if (stock == null) {
            throw new IllegalArgumentException("There is no stock %s.".formatted(placement.stockId()));
        }
        return stock;
    }

    private static String name(Placement placement) {
        return "%s copy %d".formatted(placement.itemId(), placement.copyIndex());
    }
}
