package org.millwright.nesting.plates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.millwright.nesting.Budget;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Polygon;

/** Plates: classes apart, urgent parts first, and a head that never hits what stands. */
class PlatesTest {
    private static final PlateRules RULES = PlateRules.layerByLayer(200, 200, 2, 0, 3);
    private static final PlateRules.Head HEAD = new PlateRules.Head(20, 6, 30);

    private static PlatePart part(String id, double sizeMm, double heightMm, int quantity, String printClass, int day) {
        return new PlatePart(
                id, Polygon.rectangleMm(sizeMm, sizeMm), heightMm, quantity, Orientations.of(0, 90), printClass, day);
    }

    @Test
    void fillsPlatesByClassAndDueDay() {
        List<PlatePart> parts = List.of(
                part("late", 90, 10, 3, "PLA black", 9),
                part("urgent", 90, 10, 3, "PLA black", 1),
                part("other", 20, 10, 1, "PETG", 5));
        PlatePlan plan = Plates.of(RULES).plan(parts, Budget.ofSteps(300), 1);
        assertThat(PlateVerifier.violations(RULES, parts, plan)).isEmpty();
        assertThat(plan.plates()).hasSize(3);
        assertThat(plan.plates().get(1).placements())
                .filteredOn(placement -> placement.itemId().equals("urgent"))
                .hasSize(3);
    }

    @Test
    void aPartLargerThanThePlateIsTold() {
        List<PlatePart> parts = List.of(part("huge", 300, 10, 2, "PLA", 1), part("small", 20, 10, 1, "PLA", 1));
        PlatePlan plan = Plates.of(RULES).plan(parts, Budget.ofSteps(50), 1);
        assertThat(plan.unplaced()).hasSize(2).allMatch(left -> left.reason() == Layout.Reason.LARGER_THAN_ALL_STOCK);
        assertThat(PlateVerifier.violations(RULES, parts, plan)).isEmpty();
    }

    @Test
    void oneAfterTheOtherLowPartsComeFirstAndTallOnesAlone() {
        PlateRules rules = RULES.objectByObject(HEAD);
        List<PlatePart> parts = List.of(part("tall", 30, 50, 2, "PLA", 1), part("low", 30, 10, 4, "PLA", 1));
        PlatePlan plan = Plates.of(rules).plan(parts, Budget.ofSteps(300), 1);
        assertThat(PlateVerifier.violations(rules, parts, plan)).isEmpty();
        assertThat(plan.plates()).hasSize(2);
        assertThat(plan.plates().getFirst().placements().getLast().itemId()).isEqualTo("tall");
    }

    @Test
    void theVerifierFindsAHeadThatHits() {
        PlateRules rules = RULES.objectByObject(HEAD);
        List<PlatePart> parts = List.of(part("a", 30, 50, 1, "PLA", 1), part("b", 30, 10, 2, "PLA", 1));
        PlatePlan side = Plates.of(RULES).plan(parts, Budget.ofSteps(50), 1);
        assertThat(PlateVerifier.violations(rules, parts, side))
                .anySatisfy(violation -> assertThat(violation).contains("closer than"));
    }

    @Test
    void lowPartsReachUnderWideTopsWhenPrintedLayerByLayer() {
        Polygon top = Polygon.rectangleMm(60, 60);
        var mushroom = new PlatePart(
                "mushroom",
                top,
                40,
                1,
                Orientations.of(0),
                "PLA",
                1,
                List.of(
                        new PlatePart.Band(0, 30, Polygon.ofMm(0, 0, 10, 0, 10, 60, 0, 60)),
                        new PlatePart.Band(30, 40, top)),
                0);
        var box = new PlatePart("box", Polygon.rectangleMm(40, 60), 20, 1, Orientations.of(0), "PLA", 1);
        PlateRules small = PlateRules.layerByLayer(68, 68, 2, 1, 1);
        List<PlatePart> parts = List.of(mushroom, box);
        PlatePlan plan = Plates.of(small).plan(parts, Budget.ofSteps(4_000), 1);
        assertThat(plan.plates()).hasSize(1);
        assertThat(PlateVerifier.violations(small, parts, plan)).isEmpty();
        var solid = new PlatePart("mushroom", top, 40, 1, Orientations.of(0), "PLA", 1);
        assertThat(PlateVerifier.violations(small, List.of(solid, box), plan)).hasSize(1);
    }

    @Test
    void latenessWantsUrgentPlatesFirstAndApart() {
        double day = 86_400;
        List<PlatePart> parts = new ArrayList<>();
        for (int due = 2; due >= 0; due--) {
            parts.add(new PlatePart(
                    "due" + due,
                    Polygon.rectangleMm(60, 60),
                    10,
                    1,
                    Orientations.of(0),
                    "class " + due,
                    due,
                    List.of(),
                    0.9 * day));
        }
        PlateGoal goal = new PlateGoal(PlateGoal.Objective.LATENESS, 600, 0);
        PlatePlan plan = Plates.of(RULES).aimingAt(goal).plan(parts, Budget.ofSteps(50), 1);
        assertThat(goal.valueOf(plan, parts)).isZero();
        assertThat(PlateVerifier.violations(RULES, parts, plan)).isEmpty();
    }

    @Test
    void randomPlatesAlwaysHold() {
        for (long seed = 1; seed <= 40; seed++) {
            var random = new SplittableRandom(seed);
            PlateRules rules = random.nextBoolean() ? RULES.objectByObject(HEAD) : RULES;
            List<PlatePart> parts = new ArrayList<>();
            for (int p = 0; p < 1 + random.nextInt(5); p++) {
                int size = 10 + random.nextInt(60);
                int height = 2 + random.nextInt(60);
                double foot = height * random.nextDouble();
                Polygon wide = Polygon.rectangleMm(size, size);
                parts.add(new PlatePart(
                        "p" + p,
                        wide,
                        height,
                        1 + random.nextInt(4),
                        Orientations.of(0, 90),
                        "class " + random.nextInt(2),
                        random.nextInt(3),
                        foot > 1 && random.nextBoolean()
                                ? List.of(
                                        new PlatePart.Band(0, foot, Polygon.rectangleMm(size / 3.0, size / 2.0)),
                                        new PlatePart.Band(foot, height, wide))
                                : List.of(),
                        1_000));
            }
            PlateGoal.Objective objective = PlateGoal.Objective.values()[random.nextInt(3)];
            PlatePlan plan =
                    Plates.of(rules).aimingAt(new PlateGoal(objective, 600, 10)).plan(parts, Budget.ofSteps(60), seed);
            assertThat(PlateVerifier.violations(rules, parts, plan))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }
}
