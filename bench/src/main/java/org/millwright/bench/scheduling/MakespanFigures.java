package org.millwright.bench.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.millwright.bench.scheduling.Instances.Instance;
import org.millwright.scheduling.Budget;
import org.millwright.scheduling.io.ShopPlan;
import org.millwright.scheduling.io.ShopScheduling;

/** Job shops and flexible job shops: the engine and CP-SAT from the best rule's plan, the same processor time each. */
final class MakespanFigures {
    private static final int THREADS = 2;
    private static final long SEED = 1;

    private final double seconds;
    private final boolean withBaseline;
    private final List<Double> gaps = new ArrayList<>();
    private final List<Double> baselineGaps = new ArrayList<>();

    /** @param seconds time on two cores, for the engine and for the baseline each */
    MakespanFigures(double seconds, boolean withBaseline) {
        this.seconds = seconds;
        this.withBaseline = withBaseline;
    }

    void measure(String title, List<Instance> instances) {
        System.out.printf(Locale.ROOT, "%n%s, %.0f s × %d threads of processor time each%n", title, seconds, THREADS);
        System.out.println(
                "| instance | operations | best known | engine | gap | bound | CPU s | CP-SAT | gap | bound | CPU s |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        for (Instance instance : instances) {
            measure(instance);
        }
        System.out.printf(
                Locale.ROOT,
                "mean gap: engine %.2f %%%s%n",
                mean(gaps),
                withBaseline ? String.format(Locale.ROOT, ", CP-SAT %.2f %%", mean(baselineGaps)) : "");
    }

    private void measure(Instance instance) {
        double begunS = ProcessorClock.cpuS();
        ShopPlan plan = ShopScheduling.run(
                instance.file(),
                instance.format(),
                Budget.ofSeconds(seconds),
                THREADS,
                SEED,
                new ProcessorClock(THREADS),
                better -> {});
        String own = cells(instance, plan, ProcessorClock.cpuS() - begunS, gaps);
        String baseline = "– | – | – | –";
        if (withBaseline) {
            begunS = ProcessorClock.cpuS();
            ShopPlan other = ShopScheduling.runExact(
                    instance.file(),
                    instance.format(),
                    Budget.ofSeconds(seconds),
                    THREADS,
                    SEED,
                    new ProcessorClock(THREADS));
            baseline = cells(instance, other, ProcessorClock.cpuS() - begunS, baselineGaps);
        }
        System.out.printf(
                "| %s | %d | %d | %s | %s |%n",
                instance.name(), instance.operations(), instance.bestKnown(), own, baseline);
    }

    private static String cells(Instance instance, ShopPlan plan, double cpuS, List<Double> gaps) {
        List<String> violations = ShopScheduling.check(instance.file(), instance.format(), plan);
        if (!violations.isEmpty()) {
            throw new IllegalStateException(
                    "The plan of %s is invalid: %s".formatted(instance.name(), violations.getFirst()));
        }
        double gap = 100.0 * (plan.value() - instance.bestKnown()) / instance.bestKnown();
        gaps.add(gap);
        return String.format(
                Locale.ROOT,
                "%d | %.2f %% | %d%s | %.0f",
                plan.value(),
                gap,
                plan.lowerBound(),
                plan.isProvenOptimal() ? " (optimal)" : "",
                cpuS);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
