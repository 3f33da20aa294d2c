package org.millwright.cli.engines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.millwright.cli.ExitCode;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Point;
import org.millwright.json.JsonText;
import org.millwright.machines.gcode.ExecutionReport;
import org.millwright.machines.gcode.ProgramExecution;
import org.millwright.machines.virtual.VirtualProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gcode FILE}: executes a program on a virtual machine. */
@Command(name = "gcode", description = "Executes a program on a virtual machine: time, extents, violations.")
final class GcodeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "a G-code program")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--machine",
            paramLabel = "PROFILE",
            description = "printer or laser (default: by what the program does)")
    private @Nullable String machine;

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        String text = Files.readString(file);
        String kind = machine == null ? likelyKind(text) : machine;
        var profile = VirtualProfile.of(VirtualProfile.Kind.of(kind));
        ExecutionReport report = ProgramExecution.run(text, profile);
        var document = document(report);
        if (json) {
            System.out.println(JsonText.of(document));
        } else {
            System.out.printf("%-18s %s%n", "machine", kind);
            document.forEach((name, value) -> {
                if (!name.equals("violations")) {
                    System.out.printf("%-18s %s%n", name, value);
                }
            });
            report.violations()
                    .forEach(violation -> System.out.printf("line %-13d %s%n", violation.line(), violation.message()));
        }
        return report.violations().isEmpty() ? ExitCode.DONE : ExitCode.NO;
    }

    /** Lasers switch a beam with M3 or M4; printers never do. */
    private static String likelyKind(String text) {
        return text.lines()
                        .limit(20_000)
                        .map(String::strip)
                        .anyMatch(line -> line.matches("(?i)(N\\d+ *)?.*\\bM0?[34]\\b.*") && !line.startsWith(";"))
                ? "laser"
                : "printer";
    }

    private static Map<String, Object> document(ExecutionReport report) {
        var document = new LinkedHashMap<String, Object>();
        document.put("timeS", report.timeS());
        Bounds extents = report.extents();
        if (extents != null) {
            var corners = new LinkedHashMap<String, Object>();
            corners.put("min", list(extents.min()));
            corners.put("max", list(extents.max()));
            document.put("extentsMm", corners);
        }
        if (report.filamentMm() != 0) {
            document.put("filamentMm", report.filamentMm());
        }
        if (report.cutLengthMm() != 0) {
            document.put("cutLengthMm", report.cutLengthMm());
            document.put("pierces", report.pierces());
        }
        document.put("moves", report.moves());
        document.put("energyWh", Math.round(report.energyWh() * 1000) / 1000.0);
        document.put(
                "violations",
                report.violations().stream()
                        .map(violation -> Map.of("line", violation.line(), "message", violation.message()))
                        .toList());
        return document;
    }

    private static List<Double> list(Point point) {
        return List.of(point.x(), point.y(), point.z());
    }
}
