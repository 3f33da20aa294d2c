package org.millwright.nesting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.millwright.nesting.model.InvalidNesting;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.verification.LayoutVerifier;

/** Watching, stopping, pinning, comparing. */
class C01_SessionTest {
    private static final Polygon HOOK = Polygon.ofMm(0, 0, 40, 0, 40, 10, 10, 10, 10, 40, 0, 40);

    private static NestingProblem hooks(int quantity) {
        return new NestingProblem(
                List.of(Item.of("hook", HOOK, quantity)), List.of(Stock.sheet("sheet", 200, 150, 3, 100)), 1, 2);
    }

    @Test
    void tellsOfVerifiedLayoutsUntilItIsStopped() throws InterruptedException {
        NestingProblem problem = hooks(20);
        var first = new CountDownLatch(1);
        NestingSession session = Nesting.of(problem).start(Budget.ofSeconds(600), 1, improvement -> first.countDown());
        first.await();
        assertThat(session.isRunning()).isTrue();
        assertThat(session.findFigures().orElseThrow().placed()).isEqualTo(20);
        session.stop();
        Layout layout = session.await();
        assertThat(session.isRunning()).isFalse();
        assertThat(session.findBest().orElseThrow().layout()).isEqualTo(layout);
        assertThat(LayoutVerifier.violations(problem, layout)).isEmpty();
    }

    @Test
    void goesOnFromALayoutAndIsNeverWorse() {
        NestingProblem problem = hooks(25);
        Layout before = Nesting.of(problem).solve(Budget.ofSteps(2), 1);
        Layout after = Nesting.of(problem).startingFrom(before).solve(Budget.ofSteps(2_000), 2);
        LayoutComparison comparison = LayoutComparison.of(problem, before, after);
        assertThat(comparison.better()).isNotNegative();
        assertThat(comparison.first()).isEqualTo(LayoutFigures.of(problem, before));
        assertThat(LayoutComparison.of(problem, after, after).changed()).isEmpty();
    }

    @Test
    void leavesPinsWhereTheyAre() {
        var pin = new Placement("hook", 3, "sheet", 1, 90, 120, 50);
        NestingProblem problem = hooks(30).withPins(List.of(pin));
        Layout layout = Nesting.of(problem).solve(Budget.ofSteps(3_000), 1);
        assertThat(layout.placements()).contains(pin).hasSize(30);
        assertThat(LayoutVerifier.violations(problem, layout)).isEmpty();
        assertThat(LayoutVerifier.violations(problem, Nesting.of(hooks(30)).solve(Budget.ofSteps(2), 1)))
                .anyMatch(violation -> violation.contains("does not lie where it is pinned"));
    }

    @Test
    void refusesPinsThatNoLayoutCanKeep() {
        var off = new Placement("hook", 0, "sheet", 0, 0, 170, 0);
        var one = new Placement("hook", 0, "sheet", 0, 0, 10, 10);
        var same = new Placement("hook", 1, "sheet", 0, 0, 15, 15);
        for (List<Placement> pins : List.of(List.of(off), List.of(one, same))) {
            NestingProblem problem = hooks(3).withPins(pins);
            assertThatThrownBy(() -> Nesting.of(problem).solve(Budget.ofSteps(2), 1))
                    .isInstanceOf(InvalidNesting.class);
            assertThatThrownBy(() -> Nesting.of(problem)
                            .start(Budget.ofSteps(2), 1, improvement -> {})
                            .await())
                    .isInstanceOf(InvalidNesting.class);
        }
        assertThatThrownBy(() -> hooks(3).withPins(List.of(new Placement("hook", 7, "plate", 0, 0, 0, 0))))
                .hasMessageContaining("there is no such copy")
                .hasMessageContaining("there is no piece 0 of stock plate");
    }

    /** Pins whatever a first search found, at random, and searches again. */
    @Test
    void keepsRandomPinsOnRandomStock() {
        for (long seed = 1; seed <= 60; seed++) {
            var random = new SplittableRandom(seed);
            NestingProblem problem = new NestingProblem(
                    List.of(Item.of("hook", HOOK, 8), Item.of("bar", Polygon.rectangleMm(50, 7), 6)),
                    List.of(
                            Stock.sheet("sheet", 90 + random.nextInt(80), 80, 4, 100),
                            Stock.remnant("rest", Polygon.ofMm(0, 0, 90, 0, 0, 90))),
                    random.nextInt(3),
                    1);
            Layout free = Nesting.of(problem).solve(Budget.ofSteps(random.nextInt(200)), seed);
            List<Placement> pins = new ArrayList<>(free.placements());
            pins.removeIf(placement -> random.nextInt(3) > 0);
            NestingProblem pinned = problem.withPins(pins);
            Layout layout = Nesting.of(pinned).solve(Budget.ofSteps(random.nextInt(400)), seed);
            assertThat(LayoutVerifier.violations(pinned, layout))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(layout.placements()).as("seed %d", seed).containsAll(pins);
        }
    }
}
