package org.millwright.cli.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.cli.ExitCode;

/** What the engine commands have in common. */
public final class EngineOptions {
    private EngineOptions() {}

    /** Throws {@link NoSuchFileException} when there is no such file, before anything is searched. */
    public static Path requireFile(Path file) throws NoSuchFileException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return file;
    }

    /** Writes a document to a file, or to standard output when there is none. */
    public static void write(String document, @Nullable Path out) throws IOException {
        if (out == null) {
            System.out.println(document);
        } else {
            Files.writeString(out, document, StandardCharsets.UTF_8);
        }
    }

    /** Prints what an independent check found. */
    public static int answer(String what, List<String> violations) {
        if (violations.isEmpty()) {
            System.out.println(what + " is valid.");
            return ExitCode.DONE;
        }
        violations.forEach(System.out::println);
        return ExitCode.NO;
    }
}
