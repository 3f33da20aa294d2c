package org.millwright.factory.planning.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.millwright.factory.planning.batching.Item;
import org.millwright.factory.planning.batching.Nest;
import org.millwright.factory.planning.batching.Stock;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.parts.EquipmentGroup;
import org.millwright.factory.planning.parts.NestingShape;
import org.millwright.factory.planning.parts.Offcuts;
import org.millwright.factory.planning.parts.PlateQuestions;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.geometry.Ring;
import org.millwright.geometry.Shape;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.plates.PlatePart;
import org.millwright.nesting.plates.Plates;
import org.millwright.processes.ManufacturingProcess;
import org.millwright.processes.ManufacturingProcess.LayoutRules;
import org.millwright.processes.Setup;

/**
 * One plate or sheet as a question to the nesting engine, and its answers as places of units. Units of one shape are
 * copies of one item, in the order of the build.
 *
 * @param items the units of the build with the room they need, in its order
 * @param shapes the parts by the shape name of the items
 */
record Laying(
        BuildPlan build,
        ManufacturingProcess process,
        Setup setup,
        EquipmentGroup group,
        List<Item> items,
        Map<String, Shape> shapes,
        Stock stock) {
    private static final String STOCK = Plates.PLATE;

    Laying {
        items = List.copyOf(items);
        shapes = Map.copyOf(shapes);
    }

    /** Whether the same units lie in the same places on the same piece; when and where it runs does not matter. */
    boolean liesLike(Laying other) {
        return build.id().equals(other.build.id())
                && build.units().equals(other.build.units())
                && Objects.equals(build.sheet(), other.build.sheet());
    }

    private LayoutRules rules() {
        return process.layoutRules(setup);
    }

    private Map<String, List<Item>> byShape() {
        Map<String, List<Item>> byShape = new LinkedHashMap<>();
        items.forEach(item -> byShape.computeIfAbsent(item.shape(), shape -> new ArrayList<>())
                .add(item));
        return byShape;
    }

    /** @param pinned units that stay where they are */
    NestingProblem problem(Set<UnitId> pinned) {
        Map<String, List<Item>> byShape = byShape();
        double smallestMm = byShape.values().stream()
                .mapToDouble(copies ->
                        NestingShape.narrowest(copies.getFirst().footprint().outer()))
                .min()
                .orElse(0);
        NestingProblem problem = build.sheet() == null ? ofPlate(byShape, smallestMm) : ofSheet(byShape, smallestMm);
        List<Placement> pins = current().placements().stream()
                .filter(placement -> pinned.contains(unit(placement)))
                .toList();
        return pins.isEmpty() ? problem : problem.withPins(pins);
    }

    private NestingProblem ofPlate(Map<String, List<Item>> byShape, double smallestMm) {
        List<PlatePart> parts = new ArrayList<>();
        byShape.forEach((shape, copies) -> parts.add(PlateQuestions.part(
                shape,
                copies.getFirst().footprint(),
                copies.getFirst().heightMm(),
                copies.size(),
                smallestMm,
                rules(),
                0)));
        return PlateQuestions.plates(stock, rules()).problem(parts);
    }

    private NestingProblem ofSheet(Map<String, List<Item>> byShape, double smallestMm) {
        List<org.millwright.nesting.model.Item> questions = new ArrayList<>();
        byShape.forEach((shape, copies) -> questions.add(new org.millwright.nesting.model.Item(
                shape,
                NestingShape.of(copies.getFirst().footprint(), smallestMm),
                copies.size(),
                rules().rotationsDeg(),
                0)));
        return new NestingProblem(
                questions,
                List.of(Offcuts.stock(STOCK, stock.widthMm(), stock.heightMm(), Optional.ofNullable(stock.outline()))),
                rules().clearanceMm(),
                rules().marginMm());
    }

    /** The layout in force. */
    Layout current() {
        Map<String, Integer> copies = new LinkedHashMap<>();
        List<Placement> placements = new ArrayList<>();
        double areaMm2 = 0;
        double usedMm = 0;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            BuildPlan.Placed placed = build.units().get(i);
            int copy = copies.merge(item.shape(), 1, Integer::sum) - 1;
            placements.add(
                    new Placement(item.shape(), copy, STOCK, 0, placed.rotationDeg(), placed.xMm(), placed.yMm()));
            areaMm2 += item.footprint().areaMm2();
            Ring ring = item.footprint().outer().placed(placed.rotationDeg(), placed.xMm(), placed.yMm());
            for (int corner = 0; corner < ring.size(); corner++) {
                usedMm = Math.max(usedMm, ring.x(corner));
            }
        }
        return new Layout(
                placements, List.of(), List.of(new Layout.UsedStock(STOCK, 0, areaMm2 / stock.areaMm2(), usedMm)));
    }

    UnitId unit(Placement placement) {
        return new UnitId(item(placement).unit());
    }

    private Item item(Placement placement) {
        return Objects.requireNonNull(byShape().get(placement.itemId())).get(placement.copyIndex());
    }

    /** An answer as units in their places, lowest first where that is the order of making. Only for layouts that have a place for all. */
    Nest nest(Layout layout) {
        List<Nest.Place> places = new ArrayList<>();
        for (Placement placement : layout.placements()) {
            places.add(new Nest.Place(item(placement), placement.rotationDeg(), placement.xMm(), placement.yMm()));
        }
        if (rules().head() != null) {
            places.sort(Comparator.comparingDouble(place -> place.item().heightMm()));
        }
        return new Nest(stock, places, build.expectedTime());
    }

    /** The build as it would be with other places, to be drawn. */
    BuildPlan drawn(Layout layout) {
        Map<UnitId, BuildPlan.Placed> before = new LinkedHashMap<>();
        build.units().forEach(placed -> before.put(placed.unit(), placed));
        List<BuildPlan.Placed> places = layout.placements().stream()
                .map(placement -> new BuildPlan.Placed(
                        unit(placement),
                        Objects.requireNonNull(before.get(unit(placement))).serial(),
                        placement.rotationDeg(),
                        placement.xMm(),
                        placement.yMm()))
                .toList();
        return build.with(places);
    }

    /** Area of the piece that goes back to stock; 0 when nothing useful is left. */
    double leftMm2(Layout layout) {
        return build.sheet() == null
                ? 0
                : Offcuts.of(nest(layout), rules().clearanceMm())
                        .map(remnant -> (double) remnant.areaMm2())
                        .orElse(0.0);
    }
}
