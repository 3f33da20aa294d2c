package org.millwright.cli.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.millwright.cli.Answered;
import org.millwright.cli.ExitCode;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.reading.DesignReader;
import org.millwright.processes.Build;
import org.millwright.processes.Processes;
import org.millwright.processes.Program;
import org.millwright.processes.Setup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slice FILE}: the printing program of one part in the middle of the bed. */
@Command(name = "slice", description = "Writes the printing program of a part in the middle of the bed.")
final class SliceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "a mesh: STL, OBJ or 3MF")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "settings: .ini in PrusaSlicer's form, or .json with our own names (default: usual values for"
                    + " PLA, a 0.4 mm nozzle and 0.2 mm layers)")
    private @Nullable Path settings;

    @Option(names = "--out", required = true, paramLabel = "F.gcode", description = "where the program is written")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--infill", paramLabel = "P", description = "infill in percent instead of what the settings say")
    private @Nullable Double infillPercent;

    @Option(
            names = "--with",
            paramLabel = "SLICER",
            defaultValue = "built-in",
            description = "built-in or prusa-slicer (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private String slicer;

    @Option(names = "--supports", description = "with supports")
    private boolean supports;

    @Option(
            names = "--units",
            paramLabel = "UNIT",
            description = "unit of the numbers in the file: ${COMPLETION-CANDIDATES}")
    private @Nullable FileUnit units;

    @Override
    public Integer call() throws Exception {
        DesignFile read = DesignReader.read(file, String.valueOf(file.getFileName()), ReadLimits.USUAL);
        var shape = read.inMillimetres(FileUnit.of(units, file, read));
        Setup setup = setup();
        Bounds box = shape.bounds();
        double x = setup.equipment().widthMm() / 2 - (box.min().x() + box.max().x()) / 2;
        double y = setup.equipment().depthMm() / 2 - (box.min().y() + box.max().y()) / 2;
        String name = String.valueOf(file.getFileName());
        Program program = Processes.getProcess("printing")
                .program(new Build(name, List.of(new Build.Placed(name, shape, 0, x, y))), setup);
        Files.writeString(out, program.text(), StandardCharsets.UTF_8);
        System.out.printf(
                Locale.ROOT, "%s: %d s, %.2f g%n", out, program.expectedTime().toSeconds(), program.massG());
        return ExitCode.DONE;
    }

    private Setup setup() throws IOException {
        boolean external = slicer.equals("prusa-slicer");
        if (!external && !slicer.equals("built-in")) {
            throw new Answered(
                    "There is no slicer named \"%s\".".formatted(slicer),
                    "Maybe give built-in or prusa-slicer.",
                    ExitCode.USAGE);
        }
        Setup setup = PrintSetup.of(settings, infillPercent, supports ? Boolean.TRUE : null);
        var options = new HashMap<>(setup.options());
        options.put("externalSlicer", external ? 1.0 : 0.0);
        return new Setup(setup.material(), setup.equipment(), options);
    }
}
