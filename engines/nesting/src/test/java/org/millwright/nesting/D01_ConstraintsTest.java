package org.millwright.nesting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millwright.nesting.model.Constraints;
import org.millwright.nesting.model.Constraints.LeadIn;
import org.millwright.nesting.model.Constraints.Level;
import org.millwright.nesting.model.Constraints.Match;
import org.millwright.nesting.model.Constraints.Pair;
import org.millwright.nesting.model.Constraints.Pattern;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.verification.LayoutVerifier;

/** Pairs, patterns, ways in for the cutter, and levels of height. */
class D01_ConstraintsTest {
    private static final Polygon SQUARE = Polygon.rectangleMm(10, 10);
    private static final Stock SHEET = Stock.sheet("sheet", 100, 50, 2, 100);

    private static NestingProblem problem(Constraints constraints) {
        return new NestingProblem(
                List.of(
                        new Item("left", SQUARE, 3, List.of(0, 90), 0),
                        new Item("right", SQUARE, 3, List.of(0, 90), 0)),
                List.of(SHEET),
                0,
                0,
                constraints);
    }

    private static Placement at(String item, int copy, int sheet, double x, double y) {
        return new Placement(item, copy, "sheet", sheet, 0, x, y);
    }

    /** The first copies as given, the others out of the way. */
    private static List<String> violations(Constraints constraints, Placement left, Placement right) {
        List<Placement> placements = new ArrayList<>(List.of(left, right));
        for (int copy = 1; copy < 3; copy++) {
            placements.add(at("left", copy, 1, 20 * copy, 30));
            placements.add(at("right", copy, 1, 20 * copy, 40));
        }
        return LayoutVerifier.violations(problem(constraints), new Layout(placements, List.of(), List.of()));
    }

    @Test
    void pairsLieOnOneSheetAndNearEachOther() {
        Constraints pair = Constraints.none().withPairs(List.of(new Pair("left", "right", 5)));
        assertThat(violations(pair, at("left", 0, 0, 0, 0), at("right", 0, 0, 15, 12)))
                .isEmpty();
        assertThat(violations(pair, at("left", 0, 0, 0, 0), at("right", 0, 0, 15.002, 0)))
                .containsExactly("left copy 0 and right copy 0 are further apart than 5.0 mm.");
        assertThat(violations(pair, at("left", 0, 0, 0, 0), at("right", 0, 1, 0, 0)))
                .containsExactly("left copy 0 and right copy 0 do not lie on one piece of stock.");
    }

    @Test
    void matchedPointsLieOnThePattern() {
        Constraints stripes = Constraints.none()
                .withPatterns(List.of(new Pattern("sheet", 0, 20)), List.of(new Match("left", 5, 5, 0, 7, 0.5)));
        // Its middle has to lie 7 mm above a stripe: at 7, 27 or 47. The other copies lie at 35 and so miss.
        assertThat(violations(stripes, at("left", 0, 0, 3, 2), at("right", 0, 0, 30, 11)))
                .hasSize(2)
                .allMatch(violation -> violation.contains("misses the pattern"));
        assertThat(violations(stripes, at("left", 0, 0, 3, 22.5), at("right", 0, 0, 30, 11)))
                .hasSize(2);
        assertThat(violations(stripes, at("left", 0, 0, 3, 22.501), at("right", 0, 0, 30, 11)))
                .hasSize(3);
    }

    @Test
    void nothingComesNearTheWayOfTheCutter() {
        Constraints way = Constraints.none().withLeadIns(List.of(new LeadIn("left", 14, 5, 10, 5, 1)));
        assertThat(violations(way, at("left", 0, 0, 0, 0), at("right", 0, 0, 15, 0)))
                .isEmpty();
        assertThat(violations(way, at("left", 0, 0, 0, 0), at("right", 0, 0, 14.999, 0)))
                .containsExactly("right copy 0 is closer than 1.0 mm to the lead-in of left copy 0.");
        assertThat(violations(way, at("left", 0, 0, 87, 0), at("right", 0, 0, 0, 0)))
                .containsExactly("The lead-in of left copy 0 leaves its stock.");
    }

    @Test
    void partsMayOverlapWhereTheyHaveNoLevelInCommon() {
        // A post with a wide top, and a low box that fits under it.
        Polygon top = Polygon.rectangleMm(30, 30);
        Polygon post = Polygon.ofMm(0, 0, 10, 0, 10, 30, 0, 30);
        var items = List.of(
                new Item("post", top, 1, Orientations.of(0), 0, 0),
                new Item("box", Polygon.rectangleMm(18, 30), 1, Orientations.of(0), 0, 0));
        Constraints levels = Constraints.none()
                .withLevels(List.of(
                        new Level("post", 0, post, 0),
                        new Level("post", 1, top, 0),
                        new Level("box", 0, Polygon.rectangleMm(18, 30), 0.5)));
        var plate = new NestingProblem(items, List.of(Stock.sheet("plate", 31, 31, 1, 0)), 1, 0, levels);
        Layout layout = Nesting.of(plate).solve(Budget.ofSteps(3_000), 1);
        assertThat(layout.unplaced()).isEmpty();
        assertThat(LayoutVerifier.violations(plate, layout)).isEmpty();
        assertThat(LayoutVerifier.violations(plate.with(Constraints.none()), layout))
                .hasSize(1);
    }

    @Test
    void refusesConstraintsThatMakeNoSense() {
        Constraints wrong = Constraints.none()
                .withPairs(List.of(new Pair("left", "nobody", 1), new Pair("left", "right", -1)))
                .withPatterns(List.of(new Pattern("sheet", -1, 0)), List.of(new Match("left", 0, 0, 0, 0, 0)))
                .withLeadIns(List.of(new LeadIn("nobody", 0, 0, 1, 1, 1)))
                .withLevels(List.of(new Level("left", 70, Polygon.rectangleMm(11, 1), 0)));
        assertThatThrownBy(() -> problem(wrong))
                .hasMessageContaining("needs two items that are there")
                .hasMessageContaining("an item can be in one pair only")
                .hasMessageContaining("-1.0 mm is no distance")
                .hasMessageContaining("repeats after -1.0 x 0.0 mm")
                .hasMessageContaining("a tolerance of at least 0.01 mm")
                .hasMessageContaining("The lead-in")
                .hasMessageContaining("a number from 0 to 63")
                .hasMessageContaining("wider than the item itself");
    }

    @Test
    void randomConstraintsHold() {
        nestRandomly(1, 120, 250);
    }

    @Test
    @Tag("slow")
    void manyRandomConstraintsHold() {
        nestRandomly(1_000, 1_500, 150);
    }

    private static void nestRandomly(long from, int nests, int steps) {
        int placed = 0;
        for (long seed = from; seed < from + nests; seed++) {
            var random = new SplittableRandom(seed);
            NestingProblem problem = randomProblem(random);
            Layout layout = Nesting.of(problem).solve(Budget.ofSteps(random.nextInt(steps)), seed);
            assertThat(LayoutVerifier.violations(problem, layout))
                    .as("seed %d", seed)
                    .isEmpty();
            placed += layout.placements().size();
            List<Placement> pins = new ArrayList<>(layout.placements());
            pins.removeIf(placement -> Math.floorMod(placement.copyIndex(), 2) == 0);
            NestingProblem pinned = problem.withPins(pins);
            Layout again = Nesting.of(pinned).solve(Budget.ofSteps(random.nextInt(steps)), seed);
            assertThat(LayoutVerifier.violations(pinned, again))
                    .as("seed %d, pinned", seed)
                    .isEmpty();
        }
        assertThat(placed).isGreaterThan(5 * nests);
    }

    private static NestingProblem randomProblem(SplittableRandom random) {
        List<Item> items = new ArrayList<>();
        Constraints constraints = Constraints.none();
        int quantity = 1 + random.nextInt(4);
        for (String id : List.of("a", "b", "c")) {
            Orientations turns = switch (random.nextInt(4)) {
                case 0 -> Orientations.of(0);
                case 1 -> Orientations.of(0, 180).mirrored();
                case 2 -> Orientations.grain(3, true);
                default -> Orientations.any();
            };
            items.add(new Item(id, shape(random), quantity, turns, 0, 0));
        }
        List<UnaryOperator<Constraints>> kinds = List.of(
                known -> known.withPairs(List.of(
                        new Pair("a", "b", random.nextBoolean() ? random.nextInt(20) + 1 : Double.POSITIVE_INFINITY))),
                known -> known.withPatterns(
                        List.of(new Pattern("sheet", random.nextInt(2) * 13.7, 5 + random.nextInt(20))),
                        List.of(
                                new Match("a", random.nextInt(9), 3, 0, 2, 0.01 + random.nextDouble()),
                                new Match("c", 0, 0, 1, 0, 0.2))),
                known -> known.withLeadIns(List.of(
                        new LeadIn("a", -2, -3, 0.5, 0.5, random.nextInt(3)),
                        new LeadIn("c", -1, 1.5, 0.3, 1.7, 0.3))));
        for (UnaryOperator<Constraints> kind : kinds) {
            if (random.nextInt(3) > 0) {
                constraints = kind.apply(constraints);
            }
        }
        if (constraints.leadIns().isEmpty()) {
            List<Level> levels = new ArrayList<>();
            for (Item item : items) {
                levels.add(new Level(item.id(), 0, Polygon.rectangleMm(4, 3), random.nextInt(2)));
                levels.add(new Level(item.id(), 1, item.shape(), 0.3));
            }
            constraints = random.nextBoolean() ? constraints : constraints.withLevels(levels);
        }
        List<Stock> stocks = new ArrayList<>();
        stocks.add(Stock.sheet("sheet", 60 + random.nextInt(60), 50 + random.nextInt(30), 3, 100));
        if (random.nextBoolean()) {
            stocks.add(Stock.remnant("rest", Polygon.ofMm(10, 20, 90, 25, 60, 60, 12, 80)));
        }
        return new NestingProblem(items, stocks, random.nextInt(2) * 1.3, random.nextInt(2), constraints);
    }

    private static Polygon shape(SplittableRandom random) {
        double w = 8 + random.nextInt(20);
        double h = 6 + random.nextInt(15);
        return switch (random.nextInt(3)) {
            case 0 -> Polygon.rectangleMm(w, h);
            case 1 -> Polygon.ofMm(0, 0, w, 0, w, h, w - 3, h, w - 3, 3, 3, 3, 3, h, 0, h);
            default -> Polygon.ofMm(0, 0, w, 2, w + 3, h, 4, h + 2, 0, 5);
        };
    }
}
