package org.millwright.processes.printing.external;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.StepConverter;

/** Turns STEP models into meshes with PrusaSlicer, as a process of its own held to a limit of time. */
public final class PrusaStepConverter implements StepConverter {
    private static final int LONGEST_S = 120;
    private static final int SAID_AT_MOST = 500;

    @Override
    public String name() {
        return "PrusaSlicer";
    }

    @Override
    public boolean isInstalled() {
        return findExecutable().isPresent();
    }

    @Override
    public void convert(Path step, Path stl) throws IOException, UnreadableShape {
        Path executable = findExecutable().orElseThrow(() -> new IOException("PrusaSlicer is not installed."));
        Path said = Files.createTempFile("prusa-slicer", ".txt");
        try {
            Process process = new ProcessBuilder(
                            executable.toString(),
                            "--loglevel",
                            "1",
                            "--export-stl",
                            "--output",
                            stl.toString(),
                            step.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            try {
                if (!process.waitFor(LONGEST_S, TimeUnit.SECONDS)) {
                    throw new UnreadableShape(
                            "PrusaSlicer took longer than %d s to read the STEP model.".formatted(LONGEST_S),
                            "Export the design as STL, OBJ or 3MF.");
                }
                if (process.exitValue() != 0 || !Files.exists(stl)) {
                    throw new UnreadableShape(
                            "PrusaSlicer cannot read the STEP model: %s".formatted(tail(said)),
                            "Export the design again, or as STL, OBJ or 3MF.");
                }
            } finally {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Reading the STEP model was interrupted.", interrupted);
        } finally {
            Files.delete(said);
        }
    }

    private static Optional<Path> findExecutable() {
        String path = System.getenv("PATH");
        return path == null ? Optional.empty() : PrusaSlicer.findExecutable(path);
    }

    private static String tail(Path said) throws IOException {
        String text = Files.readString(said, StandardCharsets.ISO_8859_1).strip();
        return text.substring(Math.max(0, text.length() - SAID_AT_MOST));
    }
}
