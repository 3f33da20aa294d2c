package org.millwright.nesting.plates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.millwright.nesting.Budget;
import org.millwright.nesting.Nesting;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.Layout.Reason;
import org.millwright.nesting.model.Layout.Unplaced;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Stock;

/**
 * Fills build plates one after the other, the most urgent parts first, as many as fit. When parts are printed one after
 * the other, low ones come first, and at most one on a plate, the last, is taller than the gantry.
 */
public final class Plates {
    private static final String PLATE = "plate";

    private final PlateRules rules;

    private Plates(PlateRules rules) {
        this.rules = rules;
    }

    public static Plates of(PlateRules rules) {
        return new Plates(rules);
    }

    /**
     * Plates for all parts.
     *
     * @param budget for each plate
     */
    public PlatePlan plan(List<PlatePart> parts, Budget budget, long seed) {
        Map<String, List<PlatePart>> classes = new TreeMap<>();
        parts.forEach(part -> classes.computeIfAbsent(part.printClass(), any -> new ArrayList<>())
                .add(part));
        List<PlatePlan.Plate> plates = new ArrayList<>();
        List<Unplaced> unplaced = new ArrayList<>();
        classes.forEach((name, members) -> fill(name, members, budget, seed, plates, unplaced));
        return new PlatePlan(plates, unplaced);
    }

    private void fill(
            String printClass,
            List<PlatePart> parts,
            Budget budget,
            long seed,
            List<PlatePlan.Plate> plates,
            List<Unplaced> unplaced) {
        Map<String, PlatePart> byId = new LinkedHashMap<>();
        Map<String, List<Integer>> waiting = new LinkedHashMap<>();
        parts.stream().sorted(Comparator.comparingInt(PlatePart::dueDay)).forEach(part -> {
            byId.put(part.id(), part);
            List<Integer> copies = new ArrayList<>();
            for (int copy = 0; copy < part.quantity(); copy++) {
                copies.add(copy);
            }
            waiting.put(part.id(), copies);
        });
        while (!waiting.isEmpty()) {
            Layout layout = onePlate(byId, waiting, budget, seed);
            for (Unplaced left : layout.unplaced()) {
                if (left.reason() == Reason.LARGER_THAN_ALL_STOCK && waiting.containsKey(left.itemId())) {
                    waiting.remove(left.itemId())
                            .forEach(copy ->
                                    unplaced.add(new Unplaced(left.itemId(), copy, Reason.LARGER_THAN_ALL_STOCK)));
                }
            }
            if (layout.placements().isEmpty()) {
                continue;
            }
            List<Placement> placed = new ArrayList<>();
            for (Placement placement : layout.placements()) {
                List<Integer> copies = waiting.getOrDefault(placement.itemId(), List.of());
                placed.add(numbered(placement, copies.removeFirst()));
                if (copies.isEmpty()) {
                    waiting.remove(placement.itemId());
                }
            }
            if (rules.objectByObject()) {
                placed.sort(Comparator.comparingDouble(placement -> height(byId, placement.itemId())));
            }
            plates.add(new PlatePlan.Plate(printClass, placed));
        }
    }

    private static double height(Map<String, PlatePart> byId, String id) {
        PlatePart part = byId.get(id);
        return part == null ? 0 : part.heightMm();
    }

    private static Placement numbered(Placement placement, int copy) {
        return new Placement(
                placement.itemId(),
                copy,
                PLATE,
                0,
                placement.rotationDeg(),
                placement.xMm(),
                placement.yMm(),
                placement.mirrored());
    }

    private Layout onePlate(Map<String, PlatePart> byId, Map<String, List<Integer>> waiting, Budget budget, long seed) {
        List<Item> items = new ArrayList<>();
        boolean tallChosen = false;
        boolean overNozzle = false;
        for (Map.Entry<String, List<Integer>> entry : waiting.entrySet()) {
            PlatePart part = byId.get(entry.getKey());
            if (part == null) {
                continue;
            }
            int quantity = entry.getValue().size();
            if (rules.objectByObject() && part.heightMm() > rules.head().gantryMm()) {
                if (tallChosen) {
                    continue;
                }
                tallChosen = true;
                quantity = 1;
            }
            overNozzle |= part.heightMm() > rules.head().nozzleMm();
            items.add(new Item(part.id(), part.footprint(), quantity, part.orientations(), -part.dueDay(), 0));
        }
        var stock = Stock.sheet(PLATE, rules.widthMm(), rules.depthMm(), 1, 0);
        var problem = new NestingProblem(items, List.of(stock), rules.clearanceMm(overNozzle), rules.marginMm());
        return Nesting.of(problem).solve(budget, seed);
    }
}
