package org.millwright.nesting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;

/** Two squares on a strip: layouts are as long as the further one reaches, and hold when the squares do not meet. */
class BestTest {
    private final NestingProblem problem = new NestingProblem(
            List.of(new Item("square", Polygon.rectangleMm(10, 10), 2, Orientations.of(0), 0, 0)),
            List.of(Stock.sheet("strip", 200, 40, 1, 0)),
            0,
            0);
    private final Layouts layouts = new Layouts(problem);
    private final AtomicLong clockNs = new AtomicLong();

    /** How long verifying takes decides what waits. Each look at the clock lets the next of these times pass. */
    private Layout bestOf(List<Layout> offered, SplittableRandom times) {
        var best =
                new Best(problem, better -> {}, () -> clockNs.addAndGet(times == null ? 1 : 1L << times.nextInt(40)));
        offered.forEach(best::offer);
        return best.get();
    }

    @Test
    void ofLayoutsAlikeTheFirstIsTakenHoweverLongVerifyingTakes() {
        var first = layout(50, 0, 0, 20);
        var alike = layout(0, 20, 50, 0);
        for (long seed = 0; seed < 500; seed++) {
            assertThat(bestOf(List.of(layout(80, 0, 0, 0), first, alike), new SplittableRandom(seed)))
                    .as("seed %d", seed)
                    .isEqualTo(first);
        }
    }

    @Test
    void theAnswerDoesNotDependOnHowLongVerifyingTakes() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            List<Layout> offered = new ArrayList<>(List.of(layout(100, 0, 0, 0)));
            for (int k = 0; k < 20; k++) {
                // Coarse, so that many are alike, and some overlap.
                offered.add(layout(5 * random.nextInt(12), 5 * random.nextInt(3), 5 * random.nextInt(12), 0));
            }
            assertThat(bestOf(offered, random)).as("seed %d", seed).isEqualTo(bestOf(offered, null));
        }
    }

    private Layout layout(double x0, double y0, double x1, double y1) {
        return layouts.of(List.of(
                new Placement("square", 0, "strip", 0, 0, x0, y0, false),
                new Placement("square", 1, "strip", 0, 0, x1, y1, false)));
    }
}
