package org.millwright.bench.nesting;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.millwright.nesting.Budget;
import org.millwright.nesting.io.StripLayout;
import org.millwright.nesting.io.StripNesting;

/**
 * {@code ./millwright bench nesting [--all | --long] [--instances DIR] [--seconds S | --fuzz N [--from SEED] | --bins | --plates | --peers]}: densities after 2, 10 and 60 s on two
 * threads, each second one of CPU time so that other work on the machine does not count; then holes, plates and random
 * nests. By default the seven classics with one seed, which takes some ten minutes on two idle cores; {@code --all} three
 * seeds and 100,000 random nests; {@code --long} adds 600 s. Layouts are checked again from their files.
 */
public final class NestingFigures {
    private static final int THREADS = 2;
    private static final int RANDOM_NESTS = 2_000;
    private static final int ALL_RANDOM_NESTS = 100_000;

    private static final double BIN_SECONDS = 3;
    private static final double PLATE_SECONDS = 10;
    private static final Map<String, Double> SVGNEST_PCT =
            Map.of("swim", 63.31, "albano", 83.03, "shirts", 80.70, "jakobs1", 76.22, "fu", 86.36);

    private final Path work;
    private int invalid;

    private NestingFigures(Path work) {
        this.work = work;
    }

    /** Measures and prints. */
    public static void measure(Path work, String... options) throws IOException {
        List<String> given = Arrays.asList(options);
        boolean all = given.contains("--all");
        String folder = after(given, "--instances");
        Instances instances = folder.isEmpty() ? Instances.classics(work) : Instances.in(Path.of(folder));
        var figures = new NestingFigures(work);
        if (given.contains("--fuzz")) {
            String from = after(given, "--from");
            RandomNestFigures.print(
                    from.isEmpty() ? 1 : Long.parseLong(from), Integer.parseInt(after(given, "--fuzz")));
            return;
        }
        if (given.contains("--bins")) {
            BinFigures.print(work, instances, BIN_SECONDS);
            return;
        }
        if (given.contains("--plates")) {
            PlateFigures.print(work, PLATE_SECONDS);
            return;
        }
        if (given.contains("--peers")) {
            figures.besidePlacementByFit(instances);
            return;
        }
        String seconds = after(given, "--seconds");
        if (!seconds.isEmpty()) {
            figures.densities(instances, Double.parseDouble(seconds), all ? 3 : 1);
            return;
        }
        figures.densities(instances, 2, all ? 3 : 1);
        figures.densities(instances, 10, all ? 3 : 1);
        figures.densities(instances, 60, all ? 3 : 1);
        if (given.contains("--long")) {
            figures.densities(instances, 600, 1);
        }
        System.out.printf("| layouts that did not hold | 0 | %d |%n", figures.invalid);
        figures.besidePlacementByFit(instances);
        RingFigures.print();
        BinFigures.print(work, instances, BIN_SECONDS);
        PlateFigures.print(work, PLATE_SECONDS);
        RandomNestFigures.print(1, all ? ALL_RANDOM_NESTS : RANDOM_NESTS);
    }

    /**
     * Beside the genetic search over orders of placement by no-fit polygons of SVGnest, measured once on two cores with 60
     * CPU seconds: our first second, and 60 CPU seconds on two threads.
     */
    private void besidePlacementByFit(Instances instances) throws IOException {
        double sum = 0;
        int count = 0;
        for (Instances.Instance instance : instances.all()) {
            Double theirs = SVGNEST_PCT.get(instance.name());
            if (theirs != null) {
                double brief = run(instance, 0.5, 1) * instance.bestPct() / 100;
                double thorough = run(instance, 30, 1) * instance.bestPct() / 100;
                System.out.printf(
                        Locale.ROOT,
                        "| %s: SVGnest at 60 CPU-s | %.2f | %.2f at 1 CPU-s, %.2f at 60 |%n",
                        instance.name(),
                        theirs,
                        brief,
                        thorough);
                sum += thorough - theirs;
                count++;
            }
        }
        System.out.printf(Locale.ROOT, "| points above SVGnest, mean | 7 | %.2f |%n", sum / count);
    }

    private static String after(List<String> options, String name) {
        int at = options.indexOf(name);
        return at >= 0 && at + 1 < options.size() ? options.get(at + 1) : "";
    }

    private void densities(Instances instances, double seconds, int seeds) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%n%.0f s on %d threads (CPU seconds of each thread)%n%n| instance | density %% | of best known %% | first layout s | evaluations per CPU-s | CPU s |%n|---|---|---|---|---|---|%n",
                seconds,
                THREADS);
        double sum = 0;
        int count = 0;
        for (Instances.Instance instance : instances.all()) {
            double[] shares = new double[seeds];
            for (int seed = 1; seed <= seeds; seed++) {
                shares[seed - 1] = run(instance, seconds, seed);
            }
            Arrays.sort(shares);
            if (!Double.isNaN(shares[seeds / 2])) {
                sum += shares[seeds / 2];
                count++;
            }
        }
        System.out.printf(Locale.ROOT, "| mean (medians of %d seeds) | | %.2f | | | |%n", seeds, sum / count);
    }

    private double run(Instances.Instance instance, double seconds, long seed) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        StripLayout layout = StripNesting.run(
                instance.file(),
                Budget.ofSeconds(seconds),
                seed,
                nesting -> nesting.withThreads(THREADS).timedBy(threads::getCurrentThreadCpuTime),
                better -> {});
        Path written = work.resolve(instance.name() + ".layout.json");
        Files.writeString(written, layout.toJson());
        List<String> violations = StripNesting.check(instance.file(), written);
        invalid += violations.isEmpty() ? 0 : 1;
        violations.forEach(System.out::println);
        double share = 100 * 100 * layout.density() / instance.bestPct();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.3f | %,.0f | %.1f |%n",
                instance.name(),
                100 * layout.density(),
                share,
                layout.improvements().getFirst().atS(),
                layout.evaluations() / layout.cpuSeconds(),
                layout.cpuSeconds());
        return share;
    }
}
