package org.millwright.bench.scheduling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./millwright bench scheduling [--data FOLDER] [--all] [--only ROW] [--instances A,B] [--seconds S]}: the folder holds instances
 * and their {@code bounds.csv}. Without {@code --all} a fixed subset is measured. Rows are those of {@link #ROWS}; bound
 * is measured by name alone. {@code --seconds} gives shop instances another time than their row.
 */
public final class SchedulingFigures {
    /** What {@code --only} takes. */
    public static final List<String> ROWS = List.of("live", "factory", "bound", "fjsp", "small", "jsp", "huge");

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
    private static final List<String> LARGE_CLASSIC = List.of("ta41", "ta51", "dmu41");
    private static final List<String> LARGE_CLASSIC_ALL = List.of("ta", "dmu");
    private static final List<String> HUGE = List.of("tai_100_100_1", "dct-short-1000-10000-1");
    private static final List<String> SMALL = List.of("ft20", "la21", "ta11");
    private static final List<String> SMALL_FAMILIES = List.of("ft", "la", "abz", "orb");
    private static final List<String> FACTORIES = List.of("mf1000_s7", "mf5000_s7", "mf20000_s7");
    private static final List<String> ALL_FACTORIES =
            List.of("mf200_s7", "mf200_s11", "mf1000_s7", "mf1000_s11", "mf5000_s7", "mf5000_s11", "mf20000_s7");

    private static final int LONGEST_DEFAULT_S = 25 * 60;

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
        List<String> factories = all ? ALL_FACTORIES : FACTORIES;
        double seconds = Double.parseDouble(valueOf(given, "--seconds", "0"));
        List<Row> rows = rows(instances, all).stream()
                .map(row -> seconds > 0 ? row.lasting(seconds) : row)
                .toList();
        if (only.isEmpty() && !all && seconds <= 0) {
            requireShort(FactoryFigures.longestS(factories.size())
                    + rows.stream().mapToDouble(Row::longestS).sum()
                    + LiveFigures.LONGEST_S);
        }
        if (only.isEmpty() || only.equals("factory")) {
            new FactoryFigures(data.resolve("microfactory")).measure(factories);
        }
        if (only.equals("bound")) {
            List<String> wanted = factories.stream()
                    .filter(name -> named.getFirst().isEmpty() || named.contains(name))
                    .toList();
            new FactoryFigures(data.resolve("microfactory")).bounds(wanted);
        }
        for (Row row : rows) {
            if (only.isEmpty() || only.equals(row.name)) {
                new MakespanFigures(row.seconds, row.withBaseline).measure(row.title, row.instances);
            }
        }
    }

    private static List<Row> rows(Instances instances, boolean all) {
        return List.of(
                new Row("fjsp", "Flexible job shops", 10, true, instances.choose(all, FLEXIBLE, FLEXIBLE_FAMILIES)),
                new Row("small", "Classic small job shops", 60, true, instances.choose(all, SMALL, SMALL_FAMILIES)),
                new Row(
                        "jsp",
                        "Large classic job shops",
                        60,
                        true,
                        instances.choose(all, LARGE_CLASSIC, LARGE_CLASSIC_ALL)),
                new Row("huge", "10,000 operations", 60, true, instances.choose(false, HUGE, List.of())),
                new Row(
                        "huge",
                        "100,000 operations",
                        60,
                        false,
                        instances.choose(false, List.of("tai_1000_100_1"), List.of())));
    }

    private static void requireShort(double longestS) {
        System.out.printf(Locale.ROOT, "At most %.0f minutes on two cores of one's own.%n", longestS / 60);
        if (longestS > LONGEST_DEFAULT_S) {
            throw new IllegalStateException(
                    "The default run takes up to %.0f s, more than %d s. Maybe drop an instance?"
                            .formatted(longestS, LONGEST_DEFAULT_S));
        }
    }

    /** A row of the table: instances that are measured with one budget, for engine and baseline each. */
    private record Row(
            String name, String title, double seconds, boolean withBaseline, List<Instances.Instance> instances) {
        Row lasting(double otherSeconds) {
            return new Row(name, title, otherSeconds, withBaseline, instances);
        }

        double longestS() {
            return instances.size() * seconds * (withBaseline ? 2 : 1);
        }
    }

    private static String valueOf(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at >= 0 && at + 1 < options.size() ? options.get(at + 1) : otherwise;
    }
}
