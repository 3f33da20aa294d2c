package org.millwright.processes.printing.external;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.millwright.processes.Build;
import org.millwright.processes.Program;
import org.millwright.processes.ProgramRefused;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintSettingsFile;
import org.millwright.processes.printing.PrintValue;

/**
 * PrusaSlicer as a process of its own, held to limits of time and memory. The units of a build are written as one plate in a
 * temporary folder, which is removed afterwards; what PrusaSlicer says when it fails is passed on.
 */
public final class PrusaSlicer {
    private static final int SAID_AT_MOST = 2000;

    private final Path executable;
    private final Limits limits;

    public PrusaSlicer(Path executable, Limits limits) {
        this.executable = executable;
        this.limits = limits;
    }

    /**
     * What a run may take.
     *
     * @param time after which it is ended
     * @param memoryMb address space; PrusaSlicer reserves about 1 GB before it does anything
     */
    public record Limits(Duration time, int memoryMb) {
        /** Five minutes and 4 GB. */
        public static final Limits USUAL = new Limits(Duration.ofMinutes(5), 4096);
    }

    /** The executable on this search path; empty when it is not installed. */
    public static Optional<Path> findExecutable(String searchPath) {
        return Stream.of(searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of("prusa-slicer", "PrusaSlicer", "prusa-slicer-console.exe")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The installed PrusaSlicer; throws {@link ProgramRefused} saying that there is none. */
    public static PrusaSlicer installed(String searchPath, Limits limits) throws ProgramRefused {
        Path executable = findExecutable(searchPath)
                .orElseThrow(() -> new ProgramRefused(
                        "PrusaSlicer is not installed: no prusa-slicer on the search path.",
                        "Install the package prusa-slicer, or choose the built-in slicer."));
        return new PrusaSlicer(executable, limits);
    }

    /**
     * Slices the build with our settings.
     *
     * @param supports whether it shall add supports
     * @throws ProgramRefused when it fails, takes too long or too much memory; with its own words
     * @throws IOException when the temporary folder cannot be written
     */
    public Program slice(Build build, PrintSettings settings, boolean supports)
            throws ProgramRefused, IOException, InterruptedException {
        Path folder = Files.createTempDirectory("millwright-slice");
        try {
            Path plate = folder.resolve("plate.stl");
            Path ini = folder.resolve("settings.ini");
            Path gcode = folder.resolve("plate.gcode");
            Files.write(plate, PlateStl.of(build));
            Files.writeString(
                    ini, PrintSettingsFile.write(settings) + "support_material = " + (supports ? 1 : 0) + "\n");
            run(folder, ini, plate, gcode);
            return program(build, Files.readString(gcode, StandardCharsets.UTF_8), settings);
        } finally {
            remove(folder);
        }
    }

    private void run(Path folder, Path ini, Path plate, Path gcode)
            throws ProgramRefused, IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/bin/sh"))) {
            long kilobytes = limits.memoryMb() * 1024L;
            command.addAll(List.of("/bin/sh", "-c", "ulimit -v " + kilobytes + "; exec \"$@\"", "sh"));
        }
        command.addAll(List.of(
                executable.toString(),
                "--loglevel",
                "1",
                "--load",
                ini.toString(),
                "--dont-arrange",
                "--export-gcode",
                "--output",
                gcode.toString(),
                plate.toString()));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (!process.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProgramRefused(
                        "PrusaSlicer did not finish within %d s."
                                .formatted(limits.time().toSeconds()),
                        "Maybe simplify the part or allow more time.");
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0 || !Files.exists(gcode)) {
            throw new ProgramRefused(
                    "PrusaSlicer ended with %d: %s".formatted(process.exitValue(), tail(said)),
                    "Maybe repair the part, or choose the built-in slicer.");
        }
    }

    private static String tail(Path said) throws IOException {
        String words = new String(Files.readAllBytes(said), StandardCharsets.UTF_8).strip();
        return words.length() <= SAID_AT_MOST ? words : words.substring(words.length() - SAID_AT_MOST);
    }

    private static Program program(Build build, String text, PrintSettings settings) throws ProgramRefused {
        SlicedFile sliced = SlicedFile.of(text);
        double massG = sliced.filamentMm() * settings.filamentMm2() / 1000 * settings.get(PrintValue.DENSITY);
        String named =
                "; build %s\n; program prusa-slicer\n%s".formatted(build.name().replaceAll("\\R", " "), text);
        return new Program(
                named,
                "marlin",
                sliced.time().plusMillis(Math.round(settings.startS() * 1000)),
                massG,
                Map.of(
                        "filamentMm",
                        sliced.filamentMm(),
                        "filamentMm3",
                        sliced.filamentMm() * settings.filamentMm2(),
                        "printingS",
                        sliced.time().toMillis() / 1000.0,
                        "startS",
                        settings.startS(),
                        "units",
                        (double) build.units().size()));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
