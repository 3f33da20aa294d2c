package org.millwright.nesting.plates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.verification.LayoutVerifier;

/**
 * Checks a plan of plates: every copy once, classes apart, distances on each plate exactly, and, for parts printed one
 * after the other, that the head passes: each pair is checked with the heights and the order that it really has.
 */
public final class PlateVerifier {
    private final PlateRules rules;
    private final Map<String, PlatePart> parts = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    private PlateVerifier(PlateRules rules, List<PlatePart> parts) {
        this.rules = rules;
        parts.forEach(part -> this.parts.put(part.id(), part));
    }

    /** Everything that is wrong, in words; empty when the plan holds. */
    public static List<String> violations(PlateRules rules, List<PlatePart> parts, PlatePlan plan) {
        var verifier = new PlateVerifier(rules, parts);
        verifier.checkCopies(plan);
        for (int plate = 0; plate < plan.plates().size(); plate++) {
            verifier.checkPlate(plate, plan.plates().get(plate));
        }
        return verifier.violations;
    }

    private void checkCopies(PlatePlan plan) {
        Set<String> seen = new HashSet<>();
        plan.plates()
                .forEach(plate -> plate.placements()
                        .forEach(placement -> count(seen, placement.itemId(), placement.copyIndex())));
        plan.unplaced().forEach(left -> count(seen, left.itemId(), left.copyIndex()));
        int copies = parts.values().stream().mapToInt(PlatePart::quantity).sum();
        if (seen.size() != copies) {
            violations.add("%d of %d copies are planned.".formatted(seen.size(), copies));
        }
    }

    private void count(Set<String> seen, String id, int copy) {
        PlatePart part = parts.get(id);
        if (part == null || copy < 0 || copy >= part.quantity() || !seen.add(id + " #" + copy)) {
            violations.add("Copy %d of part %s comes twice or does not exist.".formatted(copy, id));
        }
    }

    private void checkPlate(int number, PlatePlan.Plate plate) {
        List<Placement> order = plate.placements();
        for (int later = 0; later < order.size(); later++) {
            PlatePart part = parts.get(order.get(later).itemId());
            if (part == null) {
                continue;
            }
            if (!part.printClass().equals(plate.printClass())) {
                violations.add("Part %s of class %s is on a plate of class %s."
                        .formatted(part.id(), part.printClass(), plate.printClass()));
            }
            checkPair(number, List.of(order.get(later)), List.of(part.footprint()), 0);
            for (int earlier = 0; earlier < later; earlier++) {
                PlatePart standing = parts.get(order.get(earlier).itemId());
                if (standing != null) {
                    boolean obstructs = rules.objectByObject()
                            && standing.heightMm() > rules.head().nozzleMm();
                    List<Placement> both = List.of(order.get(earlier), order.get(later));
                    if (rules.objectByObject()) {
                        checkPair(
                                number,
                                both,
                                List.of(standing.footprint(), part.footprint()),
                                rules.clearanceMm(obstructs));
                    } else {
                        checkBands(number, both, standing, part);
                    }
                    if (rules.objectByObject()
                            && standing.heightMm() > rules.head().gantryMm()) {
                        violations.add(
                                "On plate %d part %s, %s mm high, stands in the way of the gantry when %s is printed."
                                        .formatted(number, standing.id(), standing.heightMm(), part.id()));
                    }
                }
            }
        }
    }

    /** Printed layer by layer, parts keep off each other wherever both are, and their brims on the plate. */
    private void checkBands(int number, List<Placement> both, PlatePart first, PlatePart second) {
        for (PlatePart.Band one : first.allBands()) {
            for (PlatePart.Band other : second.allBands()) {
                if (one.meets(other.fromMm(), other.toMm())) {
                    boolean onPlate = one.fromMm() == 0 && other.fromMm() == 0;
                    checkPair(
                            number,
                            both,
                            List.of(one.footprint(), other.footprint()),
                            onPlate ? rules.clearanceMm(false) : rules.gapMm());
                }
            }
        }
    }

    /** One part against the plate, or two against each other, with everything else left out. */
    private void checkPair(int number, List<Placement> placements, List<Polygon> shapes, double clearanceMm) {
        List<Item> items = new ArrayList<>();
        List<Placement> renamed = new ArrayList<>();
        for (int k = 0; k < placements.size(); k++) {
            Placement p = placements.get(k);
            PlatePart part = parts.get(p.itemId());
            if (part != null) {
                String id = p.itemId() + " copy " + p.copyIndex();
                items.add(new Item(id, shapes.get(k), 1, part.orientations(), 0, 0));
                renamed.add(new Placement(id, 0, p.stockId(), 0, p.rotationDeg(), p.xMm(), p.yMm(), p.mirrored()));
            }
        }
        var stock = new Stock(
                placements.getFirst().stockId(), Polygon.rectangleMm(rules.widthMm(), rules.depthMm()), 1, 0, 0);
        var problem = new NestingProblem(items, List.of(stock), clearanceMm, rules.marginMm());
        LayoutVerifier.violations(problem, new Layout(renamed, List.of(), List.of()))
                .forEach(violation -> violations.add("Plate %d: %s".formatted(number, violation)));
    }
}
