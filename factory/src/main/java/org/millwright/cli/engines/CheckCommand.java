package org.millwright.cli.engines;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.millwright.cli.ExitCode;
import org.millwright.factory.platform.text.FindingWords;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Outline;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.Shape;
import org.millwright.geometry.reading.DesignReader;
import org.millwright.json.JsonText;
import org.millwright.processes.manufacturability.Making;
import org.millwright.processes.manufacturability.Manufacturability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check FILE}: what speaks against making a part by a process, and where. */
@Command(name = "check", description = "Says what speaks against making a part by a process, and where.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "a design")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--process",
            paramLabel = "P",
            description =
                    "filament, resin, powder, metal-powder, milling, laser or bending (default: filament for solids,"
                            + " laser for outlines)")
    private @Nullable String process;

    @Option(
            names = "--with",
            paramLabel = "NAME=VALUE",
            description = "values of the machine or own limits, for instance thicknessMm=3 or minWallMm=0.6")
    private Map<String, Double> values = new HashMap<>();

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
        Shape part = read.inMillimetres(FileUnit.of(units, file, read));
        Making making =
                process != null ? Making.named(process) : part instanceof Outline ? Making.LASER : Making.FILAMENT;
        List<Finding> findings = Manufacturability.findings(part, making, values);
        if (json) {
            var document = new LinkedHashMap<String, Object>();
            document.put("file", file.toString());
            document.put("process", making.id());
            document.put("findings", findings.stream().map(CheckCommand::toJson).toList());
            document.put("elapsedMs", Math.round((System.nanoTime() - started) / 1e5) / 10.0);
            System.out.println(JsonText.of(document));
        } else {
            findings.forEach(CheckCommand::print);
        }
        return findings.stream().anyMatch(Finding::blocks) ? ExitCode.NO : ExitCode.DONE;
    }

    private static void print(Finding finding) {
        var at = finding.at();
        System.out.printf(
                Locale.ROOT,
                "%-9s %s%s%n          %s%n",
                finding.severity().name().toLowerCase(Locale.ROOT),
                FindingWords.message(finding, Locale.ENGLISH),
                at == null ? "" : String.format(Locale.ROOT, " At (%.2f, %.2f, %.2f).", at.x(), at.y(), at.z()),
                FindingWords.hint(finding, Locale.ENGLISH));
    }

    private static Map<String, Object> toJson(Finding finding) {
        var document = new LinkedHashMap<String, Object>();
        document.put("check", finding.check());
        document.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        document.put("message", FindingWords.message(finding, Locale.ENGLISH));
        document.put("hint", FindingWords.hint(finding, Locale.ENGLISH));
        for (String name : List.of("value", "limit", "unit", "source")) {
            Object value = finding.arguments().get(name);
            if (value != null) {
                document.put(name, value);
            }
        }
        if (finding.valueMm() != null) {
            document.put("valueMm", finding.valueMm());
        }
        if (finding.limitMm() != null) {
            document.put("limitMm", finding.limitMm());
        }
        var at = finding.at();
        if (at != null) {
            document.put("at", List.of(at.x(), at.y(), at.z()));
        }
        return document;
    }
}
