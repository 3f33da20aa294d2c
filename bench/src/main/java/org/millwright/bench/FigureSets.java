package org.millwright.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.millwright.bench.SetOptions.Option;
import org.millwright.bench.estimate.EstimateFigures;
import org.millwright.bench.nesting.NestingFigures;
import org.millwright.bench.pages.PageFigures;
import org.millwright.bench.scheduling.SchedulingFigures;

/** The sets of figures that are asked for by name, with their options. */
final class FigureSets {
    private FigureSets() {}

    /** Measures and prints. */
    interface Measurement {
        void measure(Path work, String... options) throws Exception;
    }

    /** A set of figures. */
    record FigureSet(SetOptions options, Measurement measurement) {}

    static final Map<String, FigureSet> ALL = new TreeMap<>(Map.of(
            "estimate",
            new FigureSet(
                    new SetOptions(
                            "estimate",
                            "Estimates of printing beside what a slicer said.",
                            List.of(
                                    new Option("--models", "DIR", "models, truth_fdm_slices.csv and the slicer's .ini"),
                                    new Option("--all", "", "prints each row"))),
                    EstimateFigures::measure),
            "nesting",
            new FigureSet(
                    new SetOptions(
                            "nesting",
                            "Densities of strips after 2, 10 and 60 s on two threads; then holes, bins, plates and random nests.",
                            List.of(
                                    new Option("--all", "", "three seeds and 100,000 random nests"),
                                    new Option("--long", "", "densities after 600 s, too"),
                                    new Option("--instances", "DIR", "other strips than the seven classics"),
                                    new Option("--seconds", "S", "densities after so many seconds alone"),
                                    new Option("--fuzz", "N", "random nests alone, so many"),
                                    new Option("--from", "SEED", "first seed of --fuzz"),
                                    new Option("--bins", "", "bins alone"),
                                    new Option("--plates", "", "plates alone"),
                                    new Option("--peers", "", "densities beside SVGnest alone"))),
                    NestingFigures::measure),
            "pages",
            new FigureSet(
                    new SetOptions(
                            "pages",
                            "Pages of a factory with 50 machines and many open orders.",
                            List.of(new Option("", "ORDERS", "how many orders; 500 when not said"))),
                    PageFigures::measure),
            "scheduling",
            new FigureSet(
                    new SetOptions(
                            "scheduling",
                            "Plans beside best known ones, lower bounds and CP-SAT on published and own instances.",
                            List.of(
                                    new Option("--data", "FOLDER", "instances and their bounds.csv"),
                                    new Option("--all", "", "every instance instead of a fixed subset"),
                                    new Option("--only", "ROW", "one of " + String.join(", ", SchedulingFigures.ROWS)),
                                    new Option("--instances", "A,B", "only these"),
                                    new Option(
                                            "--seconds",
                                            "S",
                                            "time of each shop instance on two cores, instead of that of its row"))),
                    SchedulingFigures::measure)));
}
