package org.millwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code make} of a small part on an empty data folder, and once more on the same one. */
final class MakeFigures {
    private final Path home;
    private final Path work;

    MakeFigures(Path home, Path work) {
        this.home = home;
        this.work = work;
    }

    List<Row> measure() throws IOException, InterruptedException {
        Path part = work.resolve("part.stl");
        Files.writeString(part, Parts.stl(Parts.torus(8, 3, 24, 12)));
        return List.of(make(part, "from cold, database set up"), make(part, "once more"));
    }

    private Row make(Path part, String what) throws IOException, InterruptedException {
        try (var command = Command.start(
                home,
                work.resolve("make.log"),
                "make",
                part.toString(),
                "--process",
                "printing",
                "--material",
                "pla",
                "--data",
                work.resolve("make").toString(),
                "--out",
                work.resolve("passports").toString())) {
            if (command.finish() != 0) {
                throw new IOException("make failed; see " + work.resolve("make.log"));
            }
            return new Row("make of a small part, " + what, "–", "%.1f s wall".formatted(command.wallS()));
        }
    }
}
