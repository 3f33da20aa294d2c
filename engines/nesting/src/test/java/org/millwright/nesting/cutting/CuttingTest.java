package org.millwright.nesting.cutting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.millwright.nesting.Budget;
import org.millwright.nesting.Nesting;
import org.millwright.nesting.model.Constraints;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.Layout.UsedStock;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.verification.LayoutVerifier;

/** Shared lines, ways in, offcuts. */
class CuttingTest {
    private static final Polygon SQUARE = Polygon.rectangleMm(10, 10);
    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    private static NestingProblem squares(int quantity, double clearanceMm) {
        return new NestingProblem(
                List.of(Item.of("s", SQUARE, quantity)), List.of(Stock.sheet("sheet", 100, 40, 1, 0)), clearanceMm, 0);
    }

    private static Layout layout(double... xy) {
        List<Placement> placements = new ArrayList<>();
        double right = 0;
        for (int i = 0; i < xy.length; i += 2) {
            placements.add(new Placement("s", i / 2, "sheet", 0, 0, xy[i], xy[i + 1]));
            right = Math.max(right, xy[i] + 10);
        }
        return new Layout(placements, List.of(), List.of(new UsedStock("sheet", 0, 0, right)));
    }

    @Test
    void edgesOneKerfApartAreCutOnce() {
        CommonLines lines = CommonLines.of(squares(3, 0.2), layout(0, 0, 10.2, 4, 30, 0), 0.2);
        assertThat(lines.savedMm()).isEqualTo(6, CLOSE);
        assertThat(lines.cutLengthMm()).isEqualTo(114, CLOSE);
        assertThat(lines.lines().getFirst().ax()).isEqualTo(10.1, CLOSE);
    }

    @Test
    void snapsPartsTogetherWithoutTakingMoreLength() {
        NestingProblem problem = squares(3, 0.2);
        Layout loose = layout(0, 0, 11, 0, 11, 11);
        Layout snapped = CommonLines.snapped(problem, loose, 0.2, 2);
        assertThat(CommonLines.of(problem, snapped, 0.2).savedMm()).isGreaterThanOrEqualTo(19);
        assertThat(LayoutVerifier.violations(problem, snapped)).isEmpty();
    }

    @Test
    void everyContourGetsAWayInThatNestsWithRoom() {
        Polygon frame = Polygon.ofMm(
                new double[] {0, 0, 40, 0, 40, 40, 0, 40}, List.of(new double[] {5, 5, 35, 5, 35, 35, 5, 35}));
        Item item = new Item("frame", frame, 4, Orientations.of(0, 90), 0, 0);
        List<Constraints.LeadIn> ways = LeadIns.of(item, 4, 1);
        assertThat(ways).hasSize(2);
        Item plug = Item.of("plug", Polygon.rectangleMm(20, 20), 4);
        var problem = new NestingProblem(
                List.of(item, plug),
                List.of(Stock.sheet("sheet", 110, 110, 2, 1)),
                1,
                1,
                Constraints.none().withLeadIns(ways));
        Layout layout = Nesting.of(problem).solve(Budget.ofSteps(2_000), 1);
        assertThat(LayoutVerifier.violations(problem, layout)).isEmpty();
        assertThat(layout.unplaced()).isEmpty();
    }

    @Test
    void aStepBesideAPartIsWorthKeeping() {
        // One part in the lower corner: above it and right of it all is left.
        Offcut offcut = Offcut.of(squares(1, 1), layout(0, 0), "sheet", 0, new Offcut.Terms(5, 100, 0.95))
                .orElseThrow();
        assertThat(offcut.rectangular()).isFalse();
        assertThat(offcut.shape().areaMm2()).isBetween(3850.0, 3879.0);
        assertThat(Offcut.of(squares(1, 1), layout(0, 0), "sheet", 0, new Offcut.Terms(5, 100, 0.5))
                        .orElseThrow()
                        .shape())
                .isEqualTo(Polygon.ofMm(11, 0, 100, 0, 100, 40, 11, 40));
    }

    /** An offcut becomes a part of the same size that is pinned where it was: the layout must still hold. */
    @Test
    void offcutsNeverTouchPartsOrLeaveTheStock() {
        int found = 0;
        for (long seed = 1; seed <= 60; seed++) {
            var random = new SplittableRandom(seed);
            Polygon hide = Polygon.ofMm(
                    new double[] {0, 0, 90 + random.nextInt(20), 5, 100, 60, 50, 70 + random.nextInt(20), 5, 60},
                    List.of(new double[] {60, 30, 66, 30, 66, 40, 60, 38}));
            Stock stock = random.nextBoolean() ? Stock.remnant("sheet", hide) : Stock.sheet("sheet", 100, 60, 1, 0);
            var problem = new NestingProblem(
                    List.of(
                            new Item("t", Polygon.ofMm(0, 0, 20, 3, 8, 15), 3, Orientations.any(), 0, 0),
                            Item.of("s", SQUARE, 2)),
                    List.of(stock),
                    random.nextInt(3),
                    0);
            Layout layout = Nesting.of(problem).solve(Budget.ofSteps(random.nextInt(200)), seed);
            var offcut = Offcut.of(problem, layout, "sheet", 0, new Offcut.Terms(8, 200, 1));
            if (offcut.isPresent()) {
                found++;
                List<Item> items = new ArrayList<>(problem.items());
                items.add(new Item("offcut", offcut.get().shape(), 1, Orientations.of(0), 0, 0));
                List<Placement> placements = new ArrayList<>(layout.placements());
                placements.add(new Placement("offcut", 0, "sheet", 0, 0, 0, 0));
                assertThat(LayoutVerifier.violations(
                                new NestingProblem(items, problem.stocks(), problem.clearanceMm(), 0),
                                new Layout(placements, layout.unplaced(), List.of())))
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }
        assertThat(found).isGreaterThan(40);
    }
}
