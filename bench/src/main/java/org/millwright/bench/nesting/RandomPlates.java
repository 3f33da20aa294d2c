package org.millwright.bench.nesting;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.millwright.nesting.Budget;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.plates.PlateGoal;
import org.millwright.nesting.plates.PlatePart;
import org.millwright.nesting.plates.PlatePlan;
import org.millwright.nesting.plates.PlateRules;
import org.millwright.nesting.plates.PlateVerifier;
import org.millwright.nesting.plates.Plates;

/** Random build plates: brims, skirts, heads, parts with overhangs, printed in layers or one after the other. */
final class RandomPlates {
    private static final int STEPS = 5;

    private RandomPlates() {}

    /** Everything that is wrong with the plates planned for one seed, in words. */
    static List<String> violations(long seed) {
        var random = new SplittableRandom(seed);
        double size = 120 + random.nextInt(180);
        PlateRules rules = PlateRules.layerByLayer(
                size, size - random.nextInt(40), 1 + random.nextInt(3), random.nextInt(4), random.nextInt(4));
        if (random.nextInt(4) > 0) {
            double nozzleMm = 2 + 8 * random.nextDouble();
            rules = rules.objectByObject(
                    new PlateRules.Head(10 + 40 * random.nextDouble(), nozzleMm, nozzleMm + 10 + random.nextInt(40)));
        }
        List<PlatePart> parts = new ArrayList<>();
        int kinds = 1 + random.nextInt(5);
        for (int p = 0; p < kinds; p++) {
            parts.add(part("p" + p, random));
        }
        PlateGoal.Objective[] objectives = PlateGoal.Objective.values();
        var goal = new PlateGoal(objectives[random.nextInt(objectives.length)], 600, 10);
        PlatePlan plan = Plates.of(rules).aimingAt(goal).plan(parts, Budget.ofSteps(STEPS), seed);
        return PlateVerifier.violations(rules, parts, plan);
    }

    private static PlatePart part(String id, SplittableRandom random) {
        int wide = 8 + random.nextInt(70);
        int deep = 8 + random.nextInt(70);
        double heightMm = 1 + random.nextInt(60);
        double footMm = heightMm * random.nextDouble();
        Polygon top = random.nextBoolean()
                ? Polygon.rectangleMm(wide, deep)
                : Polygon.ofMm(0, 0, wide, 0, wide, deep / 3.0, wide / 3.0, deep / 3.0, wide / 3.0, deep, 0, deep);
        List<PlatePart.Band> bands = footMm > 0.5 && random.nextInt(3) == 0
                ? List.of(
                        new PlatePart.Band(0, footMm, Polygon.rectangleMm(wide / 3.0, deep / 3.0)),
                        new PlatePart.Band(footMm, heightMm, top))
                : List.of();
        Orientations turns = random.nextInt(3) == 0 ? Orientations.any() : Orientations.of(0, 90, 180, 270);
        return new PlatePart(
                id,
                top,
                heightMm,
                1 + random.nextInt(4),
                turns,
                "class " + random.nextInt(2),
                random.nextInt(3),
                bands,
                1_000);
    }
}
