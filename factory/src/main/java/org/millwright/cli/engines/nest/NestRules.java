package org.millwright.cli.engines.nest;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.millwright.cli.Answered;
import org.millwright.cli.ExitCode;
import org.millwright.cli.engines.EngineOptions;
import org.millwright.cli.engines.FileUnit;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.Outline;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.Region;
import org.millwright.geometry.Strictness;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.DesignReader;
import org.millwright.json.UnreadableFile;
import org.millwright.nesting.io.Rules;
import org.millwright.nesting.io.Turns;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Repaired;
import org.millwright.nesting.shape.Outward;
import picocli.CommandLine.Option;

/** Options that say how close parts may lie, and what is cut of drawings. */
final class NestRules {
    /** That of drawings as they are read. */
    private static final double CHORD_ERROR_MM = 0.01;

    private static final int MANY_SHEETS = 100;

    private static final String SHEET_HINT =
            "Maybe give --sheet 600x400, width and height in mm, or --strip 1500, the width of a roll.";

    @Option(
            names = "--clearance",
            defaultValue = "0",
            description = "least distance between parts in mm, kerf included (default: ${DEFAULT-VALUE})")
    private double clearanceMm;

    @Option(
            names = "--margin",
            defaultValue = "0",
            description = "least distance to the edge in mm (default: ${DEFAULT-VALUE})")
    private double marginMm;

    @Option(names = "--copies", description = "of each outline, when a drawing is nested (default: 1)")
    private @Nullable Integer copies;

    @Option(
            names = "--sheet",
            paramLabel = "WIDTHxHEIGHT",
            defaultValue = "",
            description = "size of the sheets in mm, when a drawing is nested")
    private String sheet = "";

    @Option(
            names = "--strip",
            paramLabel = "WIDTH",
            description = "width of the roll in mm of which as little as possible is used, when a drawing is nested")
    private @Nullable Double stripMm;

    @Option(
            names = "--turns",
            paramLabel = "TURNS",
            description =
                    "how parts may be turned, when a drawing is nested: any, grain, \"grain 3\" with a tilt, or degrees such as \"0 180\" and \"80..100\" (default: quarter turns)")
    private @Nullable String turns;

    @Option(names = "--mirror", description = "parts may be turned over too, when a drawing is nested")
    private boolean mayMirror;

    @Option(names = "--sheets", description = "how many sheets there are, when a drawing is nested (default: 100)")
    private @Nullable Integer sheets;

    @Option(
            names = "--lead-in",
            paramLabel = "MM",
            defaultValue = "0",
            description = "length of the way on which the cutter reaches each contour; parts keep off it")
    private double leadInMm;

    @Option(
            names = "--common-lines",
            description = "push parts to exactly one clearance from each other, so that one cut parts them")
    private boolean sharesLines;

    @Option(
            names = "--offcuts",
            paramLabel = "MM",
            defaultValue = "0",
            description = "tell what is left of each sheet and at least so wide, as an outline that can be stock again")
    private double narrowestOffcutMm;

    /** Throws {@link Answered} when the options do not go with each other or with the instance. */
    Rules rules(Path instance) throws NoSuchFileException {
        EngineOptions.requireFile(instance);
        if (isDrawing(instance)) {
            if (sheet.isEmpty() == (stripMm == null)) {
                throw wrong("%s is a drawing and is cut from sheets or from a strip.".formatted(instance), SHEET_HINT);
            }
        } else if (copies != null
                || !sheet.isEmpty()
                || sheets != null
                || stripMm != null
                || turns != null
                || mayMirror) {
            throw wrong(
                    "%s says itself what is cut from what, and how it may be turned.".formatted(instance),
                    "--copies, --sheet, --sheets, --strip, --turns and --mirror are for drawings.");
        }
        if (stripMm != null && sheets != null) {
            throw wrong("--sheets %d: there is one strip, as long as needed.".formatted(sheets), SHEET_HINT);
        }
        if (numberOfCopies() < 1 || numberOfSheets() < 1) {
            throw wrong(
                    "--copies %d and --sheets %d: there is nothing to nest."
                            .formatted(numberOfCopies(), numberOfSheets()),
                    "Both are at least 1.");
        }
        if (!(leadInMm >= 0 && leadInMm < 1000)) {
            throw wrong(
                    "--lead-in %s is no way in to a contour.".formatted(leadInMm),
                    "It is in mm, from 0 to less than 1000.");
        }
        if (!(narrowestOffcutMm >= 0 && narrowestOffcutMm < 1e6)) {
            throw wrong(
                    "--offcuts %s is no width of what is left.".formatted(narrowestOffcutMm),
                    "It is in mm, at least 0.");
        }
        return new Rules(
                clearanceMm,
                marginMm,
                NestRules::outlines,
                order(),
                new Rules.Cutting(leadInMm, sharesLines, narrowestOffcutMm));
    }

    private static boolean isDrawing(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".dxf") || name.endsWith(".svg");
    }

    private static Answered wrong(String detail, String hint) {
        return new Answered(detail, hint, ExitCode.USAGE);
    }

    private Rules.Order order() {
        if (stripMm != null) {
            if (!(stripMm > 0)) {
                throw wrong("--strip %s is no width of a roll.".formatted(stripMm), "It is in mm, more than 0.");
            }
            return new Rules.Order(numberOfCopies(), orientations(), 0, stripMm, 1);
        }
        if (sheet.isEmpty()) {
            return Rules.Order.none();
        }
        String[] sides = sheet.split("x", -1);
        try {
            if (sides.length == 2 && Double.parseDouble(sides[0]) > 0 && Double.parseDouble(sides[1]) > 0) {
                return new Rules.Order(
                        numberOfCopies(),
                        orientations(),
                        Double.parseDouble(sides[0]),
                        Double.parseDouble(sides[1]),
                        numberOfSheets());
            }
        } catch (NumberFormatException notANumber) {
            throw wrong("--sheet %s: %s".formatted(sheet, notANumber.getMessage()), SHEET_HINT);
        }
        throw wrong("--sheet %s is no size of a sheet.".formatted(sheet), SHEET_HINT);
    }

    private int numberOfCopies() {
        return copies == null ? 1 : copies;
    }

    private int numberOfSheets() {
        return sheets == null ? MANY_SHEETS : sheets;
    }

    private Orientations orientations() {
        String typed = turns == null ? "" : turns;
        try {
            return mayMirror ? Turns.of(typed).mirrored() : Turns.of(typed);
        } catch (IllegalArgumentException notTurns) {
            throw wrong(
                    "--turns \"%s\" does not say how parts may be turned.".formatted(typed),
                    "It should be %s.".formatted(notTurns.getMessage()));
        }
    }

    private static List<Polygon> outlines(Path file) {
        try {
            DesignFile read =
                    DesignReader.read(file, String.valueOf(file.getFileName()), ReadLimits.USUAL, Strictness.LENIENT);
            List<Polygon> outlines = new ArrayList<>();
            if (read.inMillimetres(FileUnit.of(null, file, read)) instanceof Outline outline) {
                for (Region region : outline.regions()) {
                    List<double[]> holes = new ArrayList<>();
                    region.holes().forEach(hole -> holes.add(Outward.ofMm(hole.coordinates(), true, CHORD_ERROR_MM)));
                    Repaired repaired =
                            Repaired.ofMm(Outward.ofMm(region.outer().coordinates(), false, CHORD_ERROR_MM), holes);
                    repaired.actions().forEach(action -> System.err.println(file + ": " + action));
                    outlines.add(repaired.polygon());
                }
            }
            if (outlines.isEmpty()) {
                throw new UnreadableFile("%s does not hold a closed outline.".formatted(file));
            }
            return outlines;
        } catch (UnreadableShape unreadable) {
            throw new UnreadableFile("%s: %s %s".formatted(file, unreadable.detail(), unreadable.hint()));
        } catch (IOException unreadable) {
            throw new UnreadableFile("%s cannot be read: %s".formatted(file, unreadable));
        }
    }
}
