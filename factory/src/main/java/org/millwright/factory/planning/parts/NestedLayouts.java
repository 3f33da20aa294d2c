package org.millwright.factory.planning.parts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millwright.factory.inventory.PieceOutline;
import org.millwright.factory.planning.batching.Item;
import org.millwright.factory.planning.batching.Layouts;
import org.millwright.factory.planning.batching.Nest;
import org.millwright.factory.planning.batching.Stock;
import org.millwright.geometry.Region;
import org.millwright.nesting.Budget;
import org.millwright.nesting.Nesting;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.processes.ManufacturingProcess.LayoutRules;
import org.springframework.stereotype.Component;

/** Lays units out with the nesting engine; the same question asked again is answered from memory. */
@Component
class NestedLayouts implements Layouts {
    private static final long SEED = 20_260_105;

    private final BoundedCache<Question, List<Spot>> answers = new BoundedCache<>(256);

    /** Regions are compared as objects: facts about parts are remembered, so the same part brings the same one. */
    private record Question(
            List<Region> shapes,
            List<Integer> counts,
            double widthMm,
            double heightMm,
            Optional<PieceOutline> outline,
            LayoutRules rules,
            int steps) {}

    /** Where the {@code copy}-th unit of the {@code shape}-th shape lies. */
    private record Spot(int shape, int copy, double rotationDeg, double xMm, double yMm) {}

    @Override
    public List<Nest.Place> place(List<Item> items, Stock stock, LayoutRules rules) {
        return place(items, stock, rules, items.size() <= 40 ? 300 : 60);
    }

    @Override
    public List<Nest.Place> placeQuickly(List<Item> items, Stock stock, LayoutRules rules) {
        return place(items, stock, rules, 1);
    }

    private List<Nest.Place> place(List<Item> items, Stock stock, LayoutRules rules, int steps) {
        Map<String, List<Item>> byShape = new LinkedHashMap<>();
        items.forEach(item -> byShape.computeIfAbsent(item.shape(), shape -> new ArrayList<>())
                .add(item));
        List<List<Item>> shapes = List.copyOf(byShape.values());
        var question = new Question(
                shapes.stream().map(copies -> copies.getFirst().footprint()).toList(),
                shapes.stream().map(List::size).toList(),
                stock.widthMm(),
                stock.heightMm(),
                Optional.ofNullable(stock.outline()),
                rules,
                steps);
        return answers.get(question, () -> solve(question)).stream()
                .map(spot -> new Nest.Place(
                        shapes.get(spot.shape()).get(spot.copy()), spot.rotationDeg(), spot.xMm(), spot.yMm()))
                .toList();
    }

    private static List<Spot> solve(Question question) {
        if (question.widthMm() <= 2 * question.rules().marginMm()
                || question.heightMm() <= 2 * question.rules().marginMm()) {
            return List.of();
        }
        Layout layout = solve(question, false);
        // Only when not everything fits does it matter which comes first.
        if (!layout.unplaced().isEmpty() && question.shapes().size() > 1) {
            layout = solve(question, true);
        }
        List<Spot> spots = new ArrayList<>();
        for (Placement placement : layout.placements()) {
            spots.add(new Spot(
                    Integer.parseInt(placement.itemId()),
                    placement.copyIndex(),
                    placement.rotationDeg(),
                    placement.xMm(),
                    placement.yMm()));
        }
        return List.copyOf(spots);
    }

    private static Layout solve(Question question, boolean firstComeFirst) {
        List<org.millwright.nesting.model.Item> items = new ArrayList<>();
        double smallestMm = question.shapes().stream()
                .mapToDouble(region -> NestingShape.narrowest(region.outer()))
                .min()
                .orElse(0);
        for (int shape = 0; shape < question.shapes().size(); shape++) {
            int count = question.counts().get(shape);
            items.add(new org.millwright.nesting.model.Item(
                    String.valueOf(shape),
                    NestingShape.of(question.shapes().get(shape), smallestMm),
                    count,
                    question.rules().rotationsDeg(),
                    firstComeFirst ? question.shapes().size() - shape : 0));
        }
        var stock = Offcuts.stock("stock", question.widthMm(), question.heightMm(), question.outline());
        var problem = new NestingProblem(
                items,
                List.of(stock),
                question.rules().clearanceMm(),
                question.rules().marginMm());
        return Nesting.of(problem).solve(new Budget(question.steps(), 2), SEED);
    }
}
