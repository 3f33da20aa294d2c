package org.millwright.nesting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.scene.Stage;

/** One piece of stock and what lies on it, turned clockwise by a quarter: parts are pushed down where they would be pushed left. */
final class Sideways {
    private static final double TURN_DEG = 270;

    private final NestingProblem turned;
    private final int stockCopy;
    /** For each item the copies that lie there. */
    private final Map<String, List<Integer>> copies = new LinkedHashMap<>();

    Sideways(NestingProblem problem, Stage.Piece piece, List<Placement> there) {
        stockCopy = piece.copy();
        there.forEach(placement -> copies.computeIfAbsent(placement.itemId(), any -> new ArrayList<>())
                .add(placement.copyIndex()));
        Stock stock = problem.stocks().get(piece.stock());
        Stock down = new Stock(
                stock.id(),
                stock.shape().rotated(TURN_DEG),
                1,
                stock.costMinor(),
                stock.priority(),
                stock.zones().stream()
                        .map(zone -> new Stock.Zone(zone.shape().rotated(TURN_DEG), zone.quality()))
                        .toList());
        turned = new NestingProblem(
                problem.items().stream()
                        .filter(item -> copies.containsKey(item.id()))
                        .map(item -> turned(item, copies.getOrDefault(item.id(), List.of())))
                        .toList(),
                List.of(down),
                problem.clearanceMm(),
                problem.marginMm());
    }

    private static Item turned(Item item, List<Integer> there) {
        List<Orientations.Range> ranges = item.orientations().ranges().stream()
                .map(range -> new Orientations.Range(range.fromDeg() + TURN_DEG, range.toDeg() + TURN_DEG))
                .toList();
        return new Item(
                item.id(),
                item.shape(),
                there.size(),
                new Orientations(ranges, item.orientations().mirrorable()),
                item.priority(),
                item.quality());
    }

    /** The turned problem; its copies are numbered from 0. */
    NestingProblem problem() {
        return turned;
    }

    /** Placements of the turned problem as those of the original one. */
    List<Placement> back(List<Placement> placements) {
        Map<String, Integer> next = new HashMap<>();
        return placements.stream()
                .map(p -> new Placement(
                        p.itemId(),
                        copies.getOrDefault(p.itemId(), List.of()).get(next.merge(p.itemId(), 1, Integer::sum) - 1),
                        p.stockId(),
                        stockCopy,
                        p.rotationDeg() - TURN_DEG,
                        -p.yMm(),
                        p.xMm(),
                        p.mirrored()))
                .toList();
    }
}
