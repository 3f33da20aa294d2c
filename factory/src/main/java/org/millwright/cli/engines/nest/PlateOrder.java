package org.millwright.cli.engines.nest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.millwright.cli.Answered;
import org.millwright.cli.ExitCode;
import org.millwright.cli.engines.FileUnit;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.DesignReader;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.plates.PlatePart;
import org.millwright.processes.ManufacturingProcess;
import org.millwright.processes.Setup;
import org.millwright.processes.printing.PlatePieces;

/** One file that is to be printed several times: {@code bracket.stl:6@2} are six, due on day 2. */
record PlateOrder(PlatePart part, Mesh mesh) {
    private static final Pattern WORDS = Pattern.compile("(.+?)(?::(\\d{1,5})(?:@(\\d{1,5}))?)?");

    /**
     * Reads the file and asks the process about it.
     *
     * @param units of the numbers in the file; null when the file says so or it is to be guessed
     * @param taken ids that others have already
     * @throws Answered when it is no mesh or cannot be printed
     */
    static PlateOrder read(
            String words,
            @Nullable FileUnit units,
            Collection<String> taken,
            ManufacturingProcess printing,
            Setup setup,
            boolean underOthers)
            throws IOException, UnreadableShape {
        Matcher matcher = WORDS.matcher(words);
        if (!matcher.matches()) {
            throw new Answered("\"%s\" names no file.".formatted(words), "Maybe bracket.stl:6.", ExitCode.USAGE);
        }
        Path file = Path.of(matcher.group(1));
        int copies = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
        int day = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        if (copies < 1) {
            throw new Answered("%s is wanted 0 times.".formatted(file), "Leave it out.", ExitCode.USAGE);
        }
        DesignFile read = DesignReader.read(file, String.valueOf(file.getFileName()), ReadLimits.USUAL);
        if (!(read.inMillimetres(FileUnit.of(units, file, read)) instanceof Mesh mesh)) {
            throw new Answered(
                    "%s cannot be printed: it is flat.".formatted(file), "Maybe give an STL or 3MF file.", ExitCode.NO);
        }
        List<String> blocking = printing.check(mesh, setup).stream()
                .filter(Finding::blocks)
                .map(Finding::check)
                .toList();
        if (!blocking.isEmpty()) {
            throw new Answered(
                    "%s cannot be printed: %s.".formatted(file, String.join(", ", blocking)),
                    "Ask ./millwright check for where and why.",
                    ExitCode.NO);
        }
        double printS = printing.estimate(mesh, setup).machineTime().toMillis() / 1000.0;
        return new PlateOrder(PlatePieces.of(free(file, taken), mesh, copies, day, setup, underOthers, printS), mesh);
    }

    /** The name of the file, with a number when two have the same. */
    private static String free(Path file, Collection<String> taken) {
        String name = String.valueOf(file.getFileName());
        String id = name;
        for (int number = 2; taken.contains(id); number++) {
            id = name + " (" + number + ")";
        }
        return id;
    }

    static PlateOrder of(Placement place, Map<String, PlateOrder> byId) {
        return Objects.requireNonNull(byId.get(place.itemId()));
    }
}
