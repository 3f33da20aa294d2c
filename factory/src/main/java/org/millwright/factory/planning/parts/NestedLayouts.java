package org.millwright.factory.planning.parts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millwright.factory.inventory.sheet.PieceOutline;
import org.millwright.factory.planning.batching.Item;
import org.millwright.factory.planning.batching.Layouts;
import org.millwright.factory.planning.batching.Nest;
import org.millwright.factory.planning.batching.Stock;
import org.millwright.geometry.Region;
import org.millwright.nesting.Budget;
import org.millwright.nesting.Nesting;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.plates.PlatePart;
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
            List<Double> heightsMm,
            List<Integer> counts,
            boolean plate,
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
                shapes.stream().map(copies -> copies.getFirst().heightMm()).toList(),
                shapes.stream().map(List::size).toList(),
                stock.lot() == null,
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
        List<Placement> places = solve(question, false);
        int all = question.counts().stream().mapToInt(Integer::intValue).sum();
        // Only when not everything fits does it matter which comes first.
        if (places.size() < all && question.shapes().size() > 1) {
            places = solve(question, true);
        }
        return places.stream()
                .map(place -> new Spot(
                        Integer.parseInt(place.itemId()),
                        place.copyIndex(),
                        place.rotationDeg(),
                        place.xMm(),
                        place.yMm()))
                .toList();
    }

    private static List<Placement> solve(Question question, boolean firstComeFirst) {
        double smallestMm = question.shapes().stream()
                .mapToDouble(region -> NestingShape.narrowest(region.outer()))
                .min()
                .orElse(0);
        var budget = new Budget(question.steps(), 2);
        return question.plate()
                ? onPlate(question, smallestMm, firstComeFirst, budget)
                : onSheet(question, smallestMm, firstComeFirst, budget);
    }

    /** In the order of making where units are made one after the other. */
    private static List<Placement> onPlate(
            Question question, double smallestMm, boolean firstComeFirst, Budget budget) {
        List<PlatePart> parts = new ArrayList<>();
        for (int shape = 0; shape < question.shapes().size(); shape++) {
            parts.add(PlateQuestions.part(
                    String.valueOf(shape),
                    question.shapes().get(shape),
                    question.heightsMm().get(shape),
                    question.counts().get(shape),
                    smallestMm,
                    question.rules(),
                    firstComeFirst ? shape : 0));
        }
        return PlateQuestions.plates(Stock.plate(question.widthMm(), question.heightMm()), question.rules())
                .plate(parts, budget, SEED)
                .placements();
    }

    private static List<Placement> onSheet(
            Question question, double smallestMm, boolean firstComeFirst, Budget budget) {
        List<org.millwright.nesting.model.Item> items = new ArrayList<>();
        for (int shape = 0; shape < question.shapes().size(); shape++) {
            items.add(new org.millwright.nesting.model.Item(
                    String.valueOf(shape),
                    NestingShape.of(question.shapes().get(shape), smallestMm),
                    question.counts().get(shape),
                    question.rules().rotationsDeg(),
                    firstComeFirst ? question.shapes().size() - shape : 0));
        }
        var stock = Offcuts.stock("stock", question.widthMm(), question.heightMm(), question.outline());
        var problem = new NestingProblem(
                items,
                List.of(stock),
                question.rules().clearanceMm(),
                question.rules().marginMm());
        return Nesting.of(problem).solve(budget, SEED).placements();
    }
}
