package org.millwright.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.millwright.bench.estimate.EstimateFigures;
import org.millwright.bench.nesting.NestingFigures;
import org.millwright.bench.pages.PageFigures;
import org.millwright.bench.scheduling.SchedulingFigures;

/**
 * {@code ./millwright bench [SET] [options]}: prints one row per figure, with wall-clock and CPU seconds where both mean
 * something. Without a set it measures the main path.
 */
public final class Bench {
    /** A set of figures that is asked for by name. */
    private interface Set {
        void measure(Path work, String... options) throws Exception;
    }

    private static final Map<String, Set> SETS = new TreeMap<>(Map.of(
            "estimate",
            EstimateFigures::measure,
            "nesting",
            NestingFigures::measure,
            "pages",
            PageFigures::measure,
            "scheduling",
            SchedulingFigures::measure));

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(System.getProperty("millwright.home", ".")).toAbsolutePath();
        Path work = Files.createTempDirectory("millwright-bench");
        System.out.printf(
                "machine: %d cores, %s %s, Java %s%n%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"));
        if (arguments.length == 0) {
            Row.print(new StartFigures(home, work).measure());
            Row.print(new MakeFigures(home, work).measure());
            Row.print(new PathFigures(work).measure());
        } else {
            Set set = SETS.get(arguments[0]);
            if (set == null) {
                System.err.printf(
                        "There is no set of figures \"%s\".%nMaybe one of %s.%n", arguments[0], SETS.keySet());
                System.exit(2);
                return;
            }
            set.measure(work, Arrays.copyOfRange(arguments, 1, arguments.length));
        }
        System.exit(0);
    }
}
