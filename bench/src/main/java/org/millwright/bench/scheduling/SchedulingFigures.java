package org.millwright.bench.scheduling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * {@code ./millwright bench scheduling [--data FOLDER] [--all] [--only ROW] [--instances A,B]}: the folder holds instances
 * and their {@code bounds.csv}. Without {@code --all} a fixed subset is measured. Rows are live, factory, fjsp, small,
 * jsp, huge.
 */
public final class SchedulingFigures {
    private static final List<String> FLEXIBLE = List.of(
            "mk05",
            "mk13",
            "setb4xx",
            "dpp05a",
            "dpp17a",
            "la29_edata",
            "la27_rdata",
            "abz9_rdata",
            "abz7_vdata",
            "behnke11",
            "behnke33",
            "behnke57");

    private static final List<String> FLEXIBLE_FAMILIES =
            List.of("mk", "hurink_edata", "hurink_rdata", "hurink_vdata", "dpp", "barnes", "behnke");
    private static final List<String> LARGE_CLASSIC = List.of("ta41", "ta51", "dmu41", "dmu65");
    private static final List<String> LARGE_CLASSIC_ALL = List.of("ta", "dmu");
    private static final List<String> HUGE = List.of("tai_100_100_1", "dct-short-1000-10000-1");
    private static final List<String> SMALL = List.of("ft10", "la21", "ta11");
    private static final List<String> SMALL_FAMILIES = List.of("ft", "la", "abz", "orb");
    private static final List<String> FACTORIES = List.of("mf1000_s7", "mf5000_s7", "mf20000_s7");
    private static final List<String> ALL_FACTORIES =
            List.of("mf200_s7", "mf200_s11", "mf1000_s7", "mf1000_s11", "mf5000_s7", "mf5000_s11", "mf20000_s7");

    private SchedulingFigures() {}

    public static void measure(Path work, String... options) throws IOException {
        List<String> given = Arrays.asList(options);
        boolean all = given.contains("--all");
        String only = valueOf(given, "--only", "");
        List<String> named = List.of(valueOf(given, "--instances", "").split(","));
        Path data = Path.of(valueOf(
                given,
                "--data",
                Path.of(System.getProperty("millwright.home", "."), "..", "shared", "benchmarks", "scheduling")
                        .toString()));
        if (only.isEmpty() || only.equals("live")) {
            new LiveFigures().measure();
        }
        if (!Files.exists(data.resolve("bounds.csv"))) {
            System.out.printf(
                    "%n%s holds no bounds.csv, so published instances are left out. Maybe name their folder with --data?%n",
                    data);
            return;
        }
        var instances = new Instances(data, named.getFirst().isEmpty() ? List.of() : named);
        if (only.isEmpty() || only.equals("factory")) {
            new FactoryFigures(data.resolve("microfactory")).measure(all ? ALL_FACTORIES : FACTORIES);
        }
        if (only.isEmpty() || only.equals("fjsp")) {
            new MakespanFigures(10, true)
                    .measure("Flexible job shops", instances.choose(all, FLEXIBLE, FLEXIBLE_FAMILIES));
        }
        if (only.isEmpty() || only.equals("small")) {
            new MakespanFigures(60, true)
                    .measure("Classic small job shops", instances.choose(all, SMALL, SMALL_FAMILIES));
        }
        if (only.isEmpty() || only.equals("jsp")) {
            new MakespanFigures(60, true)
                    .measure("Large classic job shops", instances.choose(all, LARGE_CLASSIC, LARGE_CLASSIC_ALL));
        }
        if (only.isEmpty() || only.equals("huge")) {
            new MakespanFigures(60, true).measure("10,000 operations", instances.choose(false, HUGE, List.of()));
            new MakespanFigures(60, false)
                    .measure("100,000 operations", instances.choose(false, List.of("tai_1000_100_1"), List.of()));
        }
    }

    private static String valueOf(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at >= 0 && at + 1 < options.size() ? options.get(at + 1) : otherwise;
    }
}
