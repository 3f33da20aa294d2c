package org.millwright.cli.engines.nest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.millwright.cli.ExitCode;
import org.millwright.cli.engines.EngineOptions;
import org.millwright.nesting.Budget;
import org.millwright.nesting.io.Rules;
import org.millwright.nesting.io.StripLayout;
import org.millwright.nesting.io.StripNesting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nest INSTANCE}: anytime nesting. */
@Command(
        name = "nest",
        description =
                "Nests the items of an instance on a strip or in bins; better layouts are told as they are found.",
        footer = {
            "",
            "A cut list is a table as spreadsheets write it, for instance",
            "  kind,id,quantity,width,height,turns,mirror",
            "  part,shelf,3,600,300,grain,",
            "  part,knob,12,40,25,any,yes",
            "  sheet,plywood,2,2500,1250,,",
            "Its other columns, and the form of JSON, are in docs/nesting-files.md."
        })
final class NestCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "INSTANCE",
            description =
                    "an instance in JSON, with strip_height or bins, a cut list ending in .csv, or a drawing in DXF or SVG, which needs --sheet or --strip")
    @SuppressWarnings("NullAway.Init")
    private Path instance;

    @Option(names = "--seconds", defaultValue = "10", description = "time to search (default: ${DEFAULT-VALUE})")
    private double seconds;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "seed of every random choice (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--threads", defaultValue = "0", description = "threads (default: as many as there are cores)")
    private int threads;

    @Option(
            names = "--out",
            paramLabel = "LAYOUT.json",
            description = "where the layout is written (default: standard output)")
    private @Nullable Path out;

    @Option(names = "--svg", paramLabel = "F", description = "where a picture is written")
    private @Nullable Path svg;

    @Mixin
    private final NestRules rules = new NestRules();

    @Override
    public Integer call() throws Exception {
        Rules asked = rules.rules(instance);
        StripNesting.listTooLarge(instance, asked).forEach(System.err::println);
        int cores = Runtime.getRuntime().availableProcessors();
        StripLayout layout = StripNesting.run(
                instance,
                asked,
                Budget.ofSeconds(seconds),
                seed,
                nesting -> nesting.withThreads(threads > 0 ? threads : cores),
                better -> System.err.printf(Locale.ROOT, "%8.2f s  density %.4f%n", better.atS(), better.density()));
        layout.notes().forEach(System.err::println);
        EngineOptions.write(layout.toJson(), out);
        if (svg != null) {
            Files.writeString(svg, layout.toSvg(), StandardCharsets.UTF_8);
        }
        if (layout.layout().placements().isEmpty()) {
            System.err.println("No part fits on any stock, in any turn that it may take, so the layout is empty.");
            return ExitCode.NO;
        }
        return ExitCode.DONE;
    }
}
