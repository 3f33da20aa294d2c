package org.millwright.nesting.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Untidy outlines are repaired with a stated action, never so that material goes missing, or refused. */
class RepairedTest {
    @Test
    void aTidyOutlineIsLeftAlone() {
        Repaired square = Repaired.ofMm(new double[] {0, 0, 10, 0, 10, 10, 0, 10}, List.of());
        assertThat(square.actions()).isEmpty();
        assertThat(square.polygon()).isEqualTo(Polygon.rectangleMm(10, 10));
    }

    /** A bow tie has two loops; the outline goes around both. */
    @Test
    void anOutlineThatCrossesItselfBecomesTheOutlineOfAllItsLoops() {
        Repaired bowTie = Repaired.ofMm(new double[] {0, 0, 10, 10, 10, 0, 0, 10}, List.of());
        assertThat(bowTie.polygon().areaMm2()).isCloseTo(50, within(1e-6));
        assertThat(bowTie.actions()).singleElement().asString().contains("crosses itself at (5.0, 5.0) mm");
    }

    @Test
    void aSpikeThatCrossesTheOutlineIsKeptAsMaterial() {
        Repaired spiked = Repaired.ofMm(new double[] {0, 0, 20, 0, 20, 10, 8, 10, 10, -5, 12, 10, 0, 10}, List.of());
        assertThat(spiked.polygon().areaMm2()).isGreaterThan(200);
        assertThat(spiked.polygon().minYUm()).isEqualTo(-5000);
    }

    @Test
    void aLineThatRunsOutAndBackIsLeftOut() {
        double[] flag = {0, 0, 10, 0, 10, 10, 10, 20, 10, 10, 0, 10};
        Repaired square = Repaired.ofMm(flag, List.of());
        assertThat(square.polygon().areaMm2()).isEqualTo(100);
        assertThat(square.polygon().maxYUm()).isEqualTo(10_000);
        assertThat(square.actions()).singleElement().asString().contains("runs back on itself at (10.0, 20.0) mm");
        assertThatThrownBy(() -> Polygon.ofMm(flag))
                .isInstanceOf(InvalidShape.class)
                .hasMessageContaining("(10.0, 20.0)");
    }

    @Test
    void holesThatMakeNoSenseAreFilled() {
        double[] square = {0, 0, 10, 0, 10, 10, 0, 10};
        Repaired plate = Repaired.ofMm(
                square,
                List.of(new double[] {2, 2, 4, 2}, new double[] {50, 50, 60, 50, 55, 60}, new double[] {6, 6, 8, 6, 8, 8
                }));
        assertThat(plate.polygon().holesMm()).hasSize(1);
        assertThat(plate.actions()).hasSize(2);
    }

    @Test
    void repeatedAndClockwiseCornersAreTidiedAndSaidSo() {
        Repaired square = Repaired.ofMm(new double[] {0, 0, 0, 10, 10, 10, 10, 10, 10, 0, 0, 0}, List.of());
        assertThat(square.polygon().areaMm2()).isEqualTo(100);
        assertThat(square.actions())
                .containsExactly(
                        "1 of 5 corners fall together and were merged.",
                        "The corners ran clockwise and were reversed.");
    }

    @Test
    void whatHasNoAreaIsRefused() {
        assertThatThrownBy(() -> Repaired.ofMm(new double[] {0, 0, 10, 0, 20, 0}, List.of()))
                .isInstanceOf(InvalidShape.class)
                .hasMessageContaining("no area");
        assertThatThrownBy(() -> Repaired.ofMm(new double[] {0, 0, Double.NaN, 0, 20, 0}, List.of()))
                .isInstanceOf(InvalidShape.class);
    }
}
