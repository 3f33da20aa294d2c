package org.millwright.bench.scheduling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.millwright.scheduling.Budget;
import org.millwright.scheduling.io.ShopPlan;
import org.millwright.scheduling.io.ShopScheduling;

/** Micro-factory instances against the best of five dispatch rules of a baseline table. */
final class FactoryFigures {
    private static final int THREADS = 2;
    private static final double SECONDS = 30;
    private static final double BOUND_SECONDS = 75;

    private final Path folder;
    private final Map<String, Long> unavoidable = new HashMap<>();
    private final Map<String, Long> bestRule = new HashMap<>();
    private final Map<String, Long> atcSetup = new HashMap<>();

    FactoryFigures(Path folder) throws IOException {
        this.folder = folder;
        List<String> bounds = Files.readAllLines(folder.resolve("lower_bounds.csv"));
        for (String line : bounds.subList(1, bounds.size())) {
            String[] cells = line.split(",");
            unavoidable.put(cells[0], Long.parseLong(cells[1]));
        }
        List<String> lines = Files.readAllLines(folder.resolve("dispatch_baselines.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            bestRule.merge(cells[0], Long.parseLong(cells[6]), Math::min);
            if (cells[5].equals("ATC")) {
                atcSetup.put(cells[0], Long.parseLong(cells[9]));
            }
        }
    }

    static double longestS(int instances) {
        return instances * SECONDS;
    }

    void measure(List<String> names) {
        System.out.printf(Locale.ROOT, "%nMicro-factories, %.0f s × %d threads of processor time%n", SECONDS, THREADS);
        System.out.println(
                "| instance | unavoidable | best of five rules | engine | proven bound | avoidable / best rule's | setup / ATC's | first plan, CPU s | CPU s |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (String name : names) {
            Path file = folder.resolve(name + ".json.gz");
            if (Files.exists(file)) {
                measure(name, file);
            }
        }
    }

    /** How little no plan undercuts, and what share of the best rule's avoidable tardiness that is. */
    void bounds(List<String> names) {
        System.out.printf(
                Locale.ROOT,
                "%nBounds of micro-factories, up to %.0f s × %d threads of processor time%n",
                BOUND_SECONDS,
                THREADS);
        System.out.println(
                "| instance | unavoidable | best of five rules | proven bound | least avoidable / best rule's | CPU s |");
        System.out.println("|---|---|---|---|---|---|");
        for (String name : names) {
            Path file = folder.resolve(name + ".json.gz");
            if (Files.exists(file)) {
                double begunS = ProcessorClock.cpuS();
                long bound = ShopScheduling.bound(
                        file, null, Budget.ofSeconds(BOUND_SECONDS), THREADS, 1, new ProcessorClock(THREADS));
                long alone = unavoidable.getOrDefault(name, 0L);
                long rule = bestRule.getOrDefault(name, 0L);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %d | %d | %d | %.2f | %.0f |%n",
                        name,
                        alone,
                        rule,
                        bound,
                        (bound - alone) / (double) (rule - alone),
                        ProcessorClock.cpuS() - begunS);
            }
        }
    }

    private void measure(String name, Path file) {
        double begunS = ProcessorClock.cpuS();
        ShopPlan plan = ShopScheduling.run(
                file, null, Budget.ofSeconds(SECONDS), THREADS, 1, new ProcessorClock(THREADS), better -> {});
        double cpuS = ProcessorClock.cpuS() - begunS;
        List<String> violations = ShopScheduling.check(file, null, plan);
        if (!violations.isEmpty()) {
            throw new IllegalStateException("The plan of %s is invalid: %s".formatted(name, violations.getFirst()));
        }
        long setup = plan.operations().stream().mapToLong(ShopPlan.Entry::setup).sum();
        long rule = bestRule.getOrDefault(name, 0L);
        long alone = unavoidable.getOrDefault(name, 0L);
        double avoidable = plan.value() - (double) alone;
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %.2f | %.2f | %.2f | %.0f |%n",
                name,
                alone,
                rule,
                plan.value(),
                plan.lowerBound(),
                avoidable / (rule - alone),
                (double) setup / atcSetup.getOrDefault(name, 0L),
                plan.improvements().getFirst().atS() * THREADS,
                cpuS);
    }
}
