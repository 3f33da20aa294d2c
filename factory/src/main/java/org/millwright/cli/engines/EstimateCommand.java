package org.millwright.cli.engines;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.millwright.cli.Answered;
import org.millwright.cli.ExitCode;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.reading.DesignReader;
import org.millwright.json.JsonText;
import org.millwright.processes.Estimate;
import org.millwright.processes.Processes;
import org.millwright.processes.Setup;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code estimate FILE}: printing time and filament of one part, or what milling or cutting it takes. */
@Command(
        name = "estimate",
        description = "Estimates printing time and filament of a part, or what milling or cutting it takes.")
final class EstimateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "a mesh: STL, OBJ or 3MF; to be cut, a drawing: DXF or SVG")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "settings: .ini in PrusaSlicer's form, or .json with our own names (default: usual values for"
                    + " PLA, a 0.4 mm nozzle and 0.2 mm layers)")
    private @Nullable Path settings;

    @Option(
            names = "--process",
            paramLabel = "P",
            defaultValue = "filament",
            description = "filament, milling or laser (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private String process;

    @Option(
            names = "--material",
            paramLabel = "M",
            description =
                    "what is milled or cut: aluminium, steel, plywood, mild-steel … (default: aluminium; plywood)")
    private @Nullable String material;

    @Option(
            names = "--with",
            paramLabel = "NAME=VALUE",
            description =
                    "values of the machine for milling or cutting, for instance spindleKw=1.5, thicknessMm=3 or laserKw=2")
    private Map<String, Double> values = new HashMap<>();

    @Option(names = "--infill", paramLabel = "P", description = "infill in percent instead of what the settings say")
    private @Nullable Double infillPercent;

    @Option(names = "--supports", description = "with supports")
    private boolean supports;

    @Option(
            names = "--units",
            paramLabel = "UNIT",
            description = "unit of the numbers in the file: ${COMPLETION-CANDIDATES}")
    private @Nullable FileUnit units;

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        long started = System.nanoTime();
        DesignFile read = DesignReader.read(file, String.valueOf(file.getFileName()), ReadLimits.USUAL);
        Setup setup = PrintSetup.of(settings, infillPercent, supports ? Boolean.TRUE : null);
        var printing = Processes.getProcess("printing");
        var shape = read.inMillimetres(FileUnit.of(units, file, read));
        if (!process.equals("filament")) {
            return answer(
                    switch (process) {
                        case "milling" -> OtherEstimates.milling(shape, material, values);
                        case "laser" -> OtherEstimates.cutting(shape, material, values);
                        default ->
                            throw new Answered(
                                    "There is no estimate for \"%s\".".formatted(process),
                                    "Maybe give filament, milling or laser.",
                                    ExitCode.USAGE);
                    },
                    started);
        }
        if (!printing.accepts(shape)) {
            throw new Answered(
                    "%s cannot be printed: it is flat.".formatted(file), "Maybe give an STL or 3MF file.", ExitCode.NO);
        }
        Estimate estimate = printing.estimate(shape, setup);
        double grams = estimate.consumedMassG();
        double mm3 = grams / PrintSettings.from(setup).get(PrintValue.DENSITY) * 1000;
        double radius = PrintSettings.from(setup).get(PrintValue.FILAMENT) / 2;
        var document = new LinkedHashMap<String, Object>();
        // As slicers tell it, in whole seconds: fractions, heating and homing are in the breakdown.
        document.put("timeS", estimate.machineTime().toSeconds());
        document.put("filamentMm", mm3 / (Math.PI * radius * radius));
        document.put("filamentMm3", mm3);
        document.put("filamentG", grams);
        document.put("layers", estimate.terms().getOrDefault("layers", 0.0));
        document.put("supportMm3", estimate.terms().getOrDefault("supportMm3", 0.0));
        document.put("breakdown", new TreeMap<>(estimate.terms()));
        return answer(document, started);
    }

    private int answer(Map<String, Object> document, long started) {
        document.put("elapsedMs", Math.round((System.nanoTime() - started) / 1e5) / 10.0);
        if (json) {
            System.out.println(JsonText.of(document));
        } else {
            document.forEach(EstimateCommand::print);
        }
        return ExitCode.DONE;
    }

    private static void print(String name, Object value) {
        if (value instanceof Map<?, ?> terms) {
            System.out.println(name);
            terms.forEach((term, of) -> System.out.printf("  %-22s %s%n", term, readable(of)));
        } else {
            System.out.printf("%-14s %s%n", name, readable(value));
        }
    }

    /** Estimates are not known any better; the JSON document has all digits. */
    private static String readable(@Nullable Object value) {
        return value instanceof Double number && Double.isFinite(number)
                ? BigDecimal.valueOf(number)
                        .setScale(Math.abs(number) < 100 ? 3 : 1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                : String.valueOf(value);
    }
}
