package org.millwright.cli.application;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.cli.engines.FileUnit;
import org.millwright.factory.demo.WholePath.Wish;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is wanted: a file, how it is made, and how many. */
final class WishOptions {
    @Parameters(paramLabel = "FILE", description = "an STL, 3MF, DXF or SVG file")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--process", required = true, description = "printing or cutting")
    @SuppressWarnings("NullAway.Init")
    private String process;

    @Option(
            names = "--material",
            required = true,
            description = "a material of the factory, for instance pla or plywood-3")
    @SuppressWarnings("NullAway.Init")
    private String material;

    @Option(names = "--quantity", defaultValue = "1", description = "how many (default: ${DEFAULT-VALUE})")
    private int quantity;

    @Option(
            names = "--units",
            paramLabel = "UNIT",
            description = "unit of the numbers in the file: ${COMPLETION-CANDIDATES}")
    private @Nullable FileUnit units;

    @Option(
            names = "--option",
            paramLabel = "NAME=NUMBER",
            description = "a setting of the process, for instance infillPercent=20")
    private Map<String, Double> options = new HashMap<>();

    /** Throws {@link org.millwright.cli.Answered} when there is no such file. */
    Wish wish() {
        Reading.requireReadable(file);
        return new Wish(file, units == null ? null : units.unit(), process, material, quantity, options);
    }
}
