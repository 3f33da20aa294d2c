package org.millwright.factory.quality.control;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart of individual values and moving ranges (ISO 7870-2): limits from the data's own moving ranges, and the runs rules
 * of Nelson (1984), the first four of which are those of Western Electric.
 *
 * @param values in the order they were measured
 * @param mean of all values
 * @param sigma estimated from the mean moving range, MR ÷ 1.128
 * @param hasLimits whether there are enough values for limits at all
 * @param signals what the rules found; empty without limits
 */
public record ControlChart(
        List<Double> values, double mean, double sigma, boolean hasLimits, boolean provisional, List<Signal> signals) {
    /** With fewer values limits would say nothing. */
    public static final int LEAST_VALUES = 8;
    /** With fewer values limits still move a lot. */
    public static final int ENOUGH_VALUES = 25;

    private static final double D2 = 1.128;
    private static final double D4 = 3.267;

    public ControlChart {
        values = List.copyOf(values);
        signals = List.copyOf(signals);
    }

    /** A rule that a value breaks together with those before it. */
    public record Signal(int index, Rule rule) {}

    /** The rules that are looked at. */
    public enum Rule {
        /** Nelson 1, Western Electric 1: one value more than 3 sigma from the mean. */
        BEYOND_LIMITS,
        /** Nelson 2, Western Electric 4 with nine: nine values in a row on one side of the mean. */
        ONE_SIDE,
        /** Nelson 3: six values in a row rising, or falling. */
        TREND,
        /** Nelson 5, Western Electric 2: two of three values more than 2 sigma from the mean on one side. */
        TWO_OF_THREE,
        /** Nelson 6, Western Electric 3: four of five values more than 1 sigma from the mean on one side. */
        FOUR_OF_FIVE,
        /** The moving-range chart: a value differs from the one before by more than its upper limit, D4 = 3.267 times the mean. */
        JUMP
    }

    /** @param values in the order they were measured; any number */
    public static ControlChart of(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double ranges = 0;
        for (int i = 1; i < values.size(); i++) {
            ranges += Math.abs(values.get(i) - values.get(i - 1));
        }
        double sigma = values.size() < 2 ? 0 : ranges / (values.size() - 1) / D2;
        boolean hasLimits = values.size() >= LEAST_VALUES && sigma > 0;
        return new ControlChart(
                values,
                mean,
                sigma,
                hasLimits,
                values.size() < ENOUGH_VALUES,
                hasLimits ? signals(values, mean, sigma) : List.of());
    }

    /** Differences between each value and the one before, without sign; one fewer than values. */
    public List<Double> movingRanges() {
        List<Double> ranges = new ArrayList<>();
        for (int i = 1; i < values.size(); i++) {
            ranges.add(Math.abs(values.get(i) - values.get(i - 1)));
        }
        return ranges;
    }

    /** Of {@link #movingRanges()}. */
    public double meanRange() {
        return sigma * D2;
    }

    /** Upper limit of {@link #movingRanges()}; the lower one is 0. */
    public double upperRange() {
        return D4 * meanRange();
    }

    public double upper() {
        return mean + 3 * sigma;
    }

    public double lower() {
        return mean - 3 * sigma;
    }

    /**
     * Capability against limits of the design; null without limits on both sides, or with fewer than
     * {@value #ENOUGH_VALUES} values.
     */
    public @Nullable Capability capability(@Nullable Double lowerMm, @Nullable Double upperMm) {
        if (lowerMm == null || upperMm == null || values.size() < ENOUGH_VALUES || sigma <= 0) {
            return null;
        }
        double cp = (upperMm - lowerMm) / (6 * sigma);
        double cpk = Math.min(upperMm - mean, mean - lowerMm) / (3 * sigma);
        int n = values.size();
        // Bissell's approximation of the standard error.
        double error = Math.sqrt(1.0 / (9 * n) + cpk * cpk / (2.0 * (n - 1)));
        return new Capability(cp, cpk, cpk - 1.645 * error);
    }

    /** @param cpkAtLeast lower bound of Cpk with 95 % confidence */
    public record Capability(double cp, double cpk, double cpkAtLeast) {}

    private static List<Signal> signals(List<Double> values, double mean, double sigma) {
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (i > 0 && Math.abs(values.get(i) - values.get(i - 1)) > D4 * D2 * sigma) {
                signals.add(new Signal(i, Rule.JUMP));
            }
            if (Math.abs(values.get(i) - mean) > 3 * sigma) {
                signals.add(new Signal(i, Rule.BEYOND_LIMITS));
            }
            if (beyond(values, i, 9, 9, mean, 0)) {
                signals.add(new Signal(i, Rule.ONE_SIDE));
            }
            if (trend(values, i, 6)) {
                signals.add(new Signal(i, Rule.TREND));
            }
            if (beyond(values, i, 3, 2, mean, 2 * sigma)) {
                signals.add(new Signal(i, Rule.TWO_OF_THREE));
            }
            if (beyond(values, i, 5, 4, mean, sigma)) {
                signals.add(new Signal(i, Rule.FOUR_OF_FIVE));
            }
        }
        return signals;
    }

    /** Whether so many of the last values, the one at {@code end} among them, lie further than {@code far} on its side of the mean. */
    private static boolean beyond(List<Double> values, int end, int of, int least, double mean, double far) {
        if (end + 1 < of) {
            return false;
        }
        double side = Math.signum(values.get(end) - mean);
        if (side == 0 || side * (values.get(end) - mean) <= far) {
            return false;
        }
        int count = 0;
        for (int i = end - of + 1; i <= end; i++) {
            if (side * (values.get(i) - mean) > far) {
                count++;
            }
        }
        return count >= least;
    }

    private static boolean trend(List<Double> values, int end, int of) {
        if (end + 1 < of) {
            return false;
        }
        boolean rising = true;
        boolean falling = true;
        for (int i = end - of + 2; i <= end; i++) {
            rising &= values.get(i) > values.get(i - 1);
            falling &= values.get(i) < values.get(i - 1);
        }
        return rising || falling;
    }
}
