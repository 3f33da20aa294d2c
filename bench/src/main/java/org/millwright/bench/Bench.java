package org.millwright.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code ./millwright bench}: prints one row per figure, with wall-clock and CPU seconds where both mean something. */
public final class Bench {
    private Bench() {}

    /** A measured figure as a row of the table. */
    record Row(String what, String target, String measured) {}

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(System.getProperty("millwright.home", ".")).toAbsolutePath();
        Path work = Files.createTempDirectory("millwright-bench");
        System.out.printf(
                "machine: %d cores, %s %s, Java %s%n%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"));
        print(new StartFigures(home, work).measure());
        print(new MakeFigures(home, work).measure());
        print(new PathFigures(work).measure());
        System.exit(0);
    }

    private static void print(List<Row> rows) {
        rows.forEach(row -> System.out.printf("| %s | %s | %s |%n", row.what(), row.target(), row.measured()));
    }
}
