package org.millwright.nesting.plates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.millwright.nesting.Budget;
import org.millwright.nesting.Nesting;
import org.millwright.nesting.model.Constraints;
import org.millwright.nesting.model.Constraints.Level;
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
    /** What the plate is called in placements. */
    public static final String PLATE = "plate";

    private final PlateRules rules;
    private final PlateGoal goal;

    private Plates(PlateRules rules, PlateGoal goal) {
        this.rules = rules;
        this.goal = goal;
    }

    /** Plates under these rules, as few as possible. */
    public static Plates of(PlateRules rules) {
        return new Plates(rules, PlateGoal.fewPlates());
    }

    /** The same with another goal. */
    public Plates aimingAt(PlateGoal goal) {
        return new Plates(rules, goal);
    }

    /**
     * Plates for all parts: the best plan by the goal of a few, filled by due day, by height, or for each day apart.
     *
     * @param budget for each plate
     */
    public PlatePlan plan(List<PlatePart> parts, Budget budget, long seed) {
        PlatePlan best = plan(parts, PlatePart::dueDay, budget, seed);
        if (goal.objective() == PlateGoal.Objective.PLATES) {
            return best;
        }
        List<PlatePlan> others = new ArrayList<>();
        others.add(plan(parts, part -> (int) Math.max(-1e6, -10 * part.heightMm()), budget, seed));
        others.add(apart(parts, budget, seed));
        for (PlatePlan plan : others) {
            PlatePlan urgentFirst = sorted(plan, parts);
            for (PlatePlan candidate : List.of(plan, urgentFirst)) {
                if (candidate.unplaced().size() <= best.unplaced().size()
                        && goal.valueOf(candidate, parts) < goal.valueOf(best, parts)) {
                    best = candidate;
                }
            }
        }
        PlatePlan urgentFirst = sorted(best, parts);
        return goal.valueOf(urgentFirst, parts) < goal.valueOf(best, parts) ? urgentFirst : best;
    }

    /**
     * The first plate alone, of parts of one class: as many as have room, the most urgent ones first where not all have.
     * Copies are numbered from 0 in the order in which they lie on the plate.
     */
    public PlatePlan.Plate plate(List<PlatePart> parts, Budget budget, long seed) {
        Map<String, PlatePart> byId = new LinkedHashMap<>();
        Map<String, List<Integer>> waiting = new LinkedHashMap<>();
        stand(parts, PlatePart::dueDay, byId, waiting);
        return filled(
                parts.isEmpty() ? "" : parts.getFirst().printClass(),
                onePlate(byId, waiting, PlatePart::dueDay, budget, seed),
                byId,
                waiting);
    }

    /**
     * The first plate as a question to {@link Nesting}. Printed one after the other, its answers hold when the lowest parts
     * are printed first.
     */
    public NestingProblem problem(List<PlatePart> parts) {
        Map<String, PlatePart> byId = new LinkedHashMap<>();
        Map<String, List<Integer>> waiting = new LinkedHashMap<>();
        stand(parts, PlatePart::dueDay, byId, waiting);
        return problem(byId, waiting, PlatePart::dueDay);
    }

    /** Each due day on plates of its own. */
    private PlatePlan apart(List<PlatePart> parts, Budget budget, long seed) {
        Map<Integer, List<PlatePart>> days = new TreeMap<>();
        parts.forEach(part ->
                days.computeIfAbsent(part.dueDay(), any -> new ArrayList<>()).add(part));
        List<PlatePlan.Plate> plates = new ArrayList<>();
        List<Unplaced> unplaced = new ArrayList<>();
        days.values().forEach(members -> {
            PlatePlan plan = plan(members, PlatePart::dueDay, budget, seed);
            plates.addAll(plan.plates());
            unplaced.addAll(plan.unplaced());
        });
        return new PlatePlan(plates, unplaced);
    }

    /** Plates with the most urgent parts first. */
    private static PlatePlan sorted(PlatePlan plan, List<PlatePart> parts) {
        Map<String, Integer> days = new LinkedHashMap<>();
        parts.forEach(part -> days.put(part.id(), part.dueDay()));
        List<PlatePlan.Plate> plates = new ArrayList<>(plan.plates());
        plates.sort(Comparator.comparingInt((PlatePlan.Plate plate) -> plate.placements().stream()
                .mapToInt(placement -> days.getOrDefault(placement.itemId(), 0))
                .min()
                .orElse(0)));
        return new PlatePlan(plates, plan.unplaced());
    }

    private PlatePlan plan(List<PlatePart> parts, ToIntFunction<PlatePart> rank, Budget budget, long seed) {
        Map<String, List<PlatePart>> classes = new TreeMap<>();
        parts.forEach(part -> classes.computeIfAbsent(part.printClass(), any -> new ArrayList<>())
                .add(part));
        List<PlatePlan.Plate> plates = new ArrayList<>();
        List<Unplaced> unplaced = new ArrayList<>();
        classes.forEach((name, members) -> fill(name, members, rank, budget, seed, plates, unplaced));
        return new PlatePlan(plates, unplaced);
    }

    private void fill(
            String printClass,
            List<PlatePart> parts,
            ToIntFunction<PlatePart> rank,
            Budget budget,
            long seed,
            List<PlatePlan.Plate> plates,
            List<Unplaced> unplaced) {
        Map<String, PlatePart> byId = new LinkedHashMap<>();
        Map<String, List<Integer>> waiting = new LinkedHashMap<>();
        stand(parts, rank, byId, waiting);
        while (!waiting.isEmpty()) {
            Layout layout = onePlate(byId, waiting, rank, budget, seed);
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
            plates.add(filled(printClass, layout, byId, waiting));
        }
    }

    /** All copies wait, those of urgent parts first. */
    private static void stand(
            List<PlatePart> parts,
            ToIntFunction<PlatePart> rank,
            Map<String, PlatePart> byId,
            Map<String, List<Integer>> waiting) {
        parts.stream().sorted(Comparator.comparingInt(rank)).forEach(part -> {
            byId.put(part.id(), part);
            List<Integer> copies = new ArrayList<>();
            for (int copy = 0; copy < part.quantity(); copy++) {
                copies.add(copy);
            }
            waiting.put(part.id(), copies);
        });
    }

    /** The plate of a layout; its copies wait no longer. */
    private PlatePlan.Plate filled(
            String printClass, Layout layout, Map<String, PlatePart> byId, Map<String, List<Integer>> waiting) {
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
        return new PlatePlan.Plate(printClass, placed);
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

    private Layout onePlate(
            Map<String, PlatePart> byId,
            Map<String, List<Integer>> waiting,
            ToIntFunction<PlatePart> rank,
            Budget budget,
            long seed) {
        return Nesting.of(problem(byId, waiting, rank)).solve(budget, seed);
    }

    private NestingProblem problem(
            Map<String, PlatePart> byId, Map<String, List<Integer>> waiting, ToIntFunction<PlatePart> rank) {
        List<Item> items = new ArrayList<>();
        List<PlatePart> parts = new ArrayList<>();
        boolean tallChosen = false;
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
            parts.add(part);
            items.add(new Item(part.id(), part.footprint(), quantity, part.orientations(), -rank.applyAsInt(part), 0));
        }
        var stock = Stock.sheet(PLATE, rules.widthMm(), rules.depthMm(), 1, 0);
        boolean tall =
                parts.stream().anyMatch(part -> part.heightMm() > rules.head().nozzleMm());
        List<Level> levels = rules.objectByObject()
                ? tall ? PlateLevels.objectByObject(parts, rules) : List.of()
                : PlateLevels.layerByLayer(parts, rules.brimMm());
        double clearanceMm = rules.objectByObject() || levels.isEmpty() ? rules.clearanceMm(false) : rules.gapMm();
        return new NestingProblem(
                items,
                List.of(stock),
                clearanceMm,
                rules.marginMm(),
                Constraints.none().withLevels(levels));
    }
}
