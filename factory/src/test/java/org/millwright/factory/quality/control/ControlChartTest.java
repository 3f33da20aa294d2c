package org.millwright.factory.quality.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.factory.quality.control.ControlChart.Rule;
import org.millwright.factory.quality.control.ControlChart.Signal;

/** Control charts of individual values, their rules and capability. */
class ControlChartTest {
    @Test
    void limitsComeFromTheMeanMovingRange() {
        // Moving ranges 1, 2, 1, 2, 1, 2, 1: their mean is 10/7.
        ControlChart chart = ControlChart.of(values("10 11 9 10 8 9 7 8"));
        assertThat(chart.mean()).isEqualTo(9.0, within(1e-12));
        assertThat(chart.sigma()).isEqualTo(10.0 / 7 / 1.128, within(1e-12));
        assertThat(chart.upper()).isEqualTo(9 + 2.66 * 10 / 7, within(0.01));
        assertThat(chart.hasLimits()).isTrue();
        assertThat(chart.provisional()).isTrue();
    }

    @Test
    void fewValuesHaveNoLimitsAndNoSignals() {
        ControlChart chart = ControlChart.of(values("10 11 9 10 8 9 99"));
        assertThat(chart.hasLimits()).isFalse();
        assertThat(chart.signals()).isEmpty();
        assertThat(chart.capability(0.0, 20.0)).isNull();
    }

    @Test
    void aValueFarOutIsASignal() {
        assertThat(rules("0 1 0 1 0 1 0 1 0 1 0 1 9")).contains(Rule.BEYOND_LIMITS);
    }

    @Test
    void nineValuesOnOneSideAreASignal() {
        assertThat(rules("0 1 0 1 0 1 0 1 0 2 3 2 3 2 3 2 3 2")).contains(Rule.ONE_SIDE);
    }

    @Test
    void sixRisingValuesAreASignal() {
        assertThat(rules("5 4 5 4 5 4 1 2 3 4 5 6 5 4")).contains(Rule.TREND);
    }

    @Test
    void aJumpBetweenTwoValuesIsASignalOfTheMovingRanges() {
        ControlChart chart = ControlChart.of(values("10 11 10 11 10 11 10 11 10 11 7 11 10 11 10"));
        assertThat(chart.movingRanges()).hasSize(14).contains(4.0);
        assertThat(chart.meanRange()).isEqualTo(20.0 / 14, within(1e-12));
        assertThat(chart.upperRange()).isEqualTo(3.267 * 20 / 14, within(1e-9));
        assertThat(rules("10 11 10 11 10 11 10 11 10 11 5 11 10 11 10")).contains(Rule.JUMP);
        assertThat(rules("10 11 10 11 10 11 10 11 10 11")).doesNotContain(Rule.JUMP);
    }

    @Test
    void valuesThatGoUpAndDownAreCalm() {
        assertThat(rules("10 11 10 9 10 11 9 10 9 11 10 10.5 9.5 10")).isEmpty();
    }

    @Test
    void capabilityIsGivenFromEnoughValuesOn() {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            values.add(i % 2 == 0 ? 9.9 : 10.1);
        }
        var capability = ControlChart.of(values).capability(9.0, 11.0);
        assertThat(capability).isNotNull();
        assertThat(capability.cp()).isEqualTo(2 / (6 * 0.2 / 1.128), within(1e-9));
        assertThat(capability.cpk()).isEqualTo(capability.cp(), within(1e-9));
        assertThat(capability.cpkAtLeast()).isLessThan(capability.cpk());
    }

    private static List<Rule> rules(String values) {
        return ControlChart.of(values(values)).signals().stream()
                .map(Signal::rule)
                .distinct()
                .toList();
    }

    private static List<Double> values(String text) {
        return Arrays.stream(text.split(" ")).map(Double::valueOf).toList();
    }
}
