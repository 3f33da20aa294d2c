package org.millwright.nesting.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.millwright.json.UnreadableFile;
import org.millwright.nesting.model.Constraints;
import org.millwright.nesting.model.InvalidShape;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;

/**
 * A cut list as a table of cells between commas, semicolons or tabs. The first line names the columns: {@code kind} (part, sheet or strip), {@code id},
 * {@code quantity}, {@code width} and {@code height} in millimetres or {@code file} with an outline, and where wanted
 * {@code turns} (see {@link Turns}), {@code mirror} (yes when parts may be turned over), {@code priority}
 * (larger is placed first; of sheets, smaller is used first), {@code with} (the id of a part that each copy lies on one
 * sheet with), {@code within} (how many millimetres apart they may lie) and {@code cost} of a sheet. Instead of sheets
 * there may be one {@code strip}, of which as little as possible is used: its {@code height} is the width of the roll.
 */
final class CutList {
    /** What a line may say, by its kind; the other columns of {@link #COLUMNS} stay empty there. */
    private static final Map<String, Set<String>> SAID_OF = Map.of(
            "part", Set.of("quantity", "width", "height", "file", "turns", "mirror", "priority", "with", "within"),
            "sheet", Set.of("quantity", "width", "height", "file", "priority", "cost"),
            "strip", Set.of("quantity", "height"));

    private static final List<String> COLUMNS = List.of(
            "kind",
            "id",
            "quantity",
            "width",
            "height",
            "file",
            "turns",
            "mirror",
            "priority",
            "with",
            "within",
            "cost");

    private final Path file;
    private final OutlineReader outlines;
    private final List<Item> items = new ArrayList<>();
    private final List<Stock> sheets = new ArrayList<>();
    private final List<Constraints.Pair> pairs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private double stripHeight;
    private final Map<String, Object> ids = new LinkedHashMap<>();

    private CutList(Path file, OutlineReader outlines) {
        this.file = file;
        this.outlines = outlines;
    }

    static StripInstance read(Path file, OutlineReader outlines) {
        var list = new CutList(file, outlines);
        List<String> lines = StripInstance.text(file).lines().toList();
        // Spreadsheets put a mark before the first letter.
        String header = lines.isEmpty() ? "" : lines.getFirst().replace("\ufeff", "");
        var cells = Cells.of(header);
        List<String> columns = cells.cut(header.toLowerCase(Locale.ROOT));
        if (!columns.contains("id") || !columns.contains("kind")) {
            throw new UnreadableFile(
                    "The first line of %s names the columns %s; it should name kind, id, quantity, and width and height or file. Maybe one of them has another name here?"
                            .formatted(file, String.join(", ", columns)));
        }
        columns.stream()
                .filter(column -> !column.isEmpty() && !COLUMNS.contains(column))
                .forEach(column ->
                        list.notes.add("The column %s says nothing of cutting and is passed over; those that do are %s."
                                .formatted(column, String.join(", ", COLUMNS))));
        for (int number = 1; number < lines.size(); number++) {
            if (!lines.get(number).isBlank()) {
                list.add(new Line(file, number + 1, cells, fields(columns, cells.cut(lines.get(number)))));
            }
        }
        return list.instance();
    }

    private StripInstance instance() {
        if (items.isEmpty() || (sheets.isEmpty() && stripHeight == 0)) {
            throw new UnreadableFile(
                    "%s has %d parts and %d sheets or strips. Maybe a line of the kind part, or of sheet or strip, is missing?"
                            .formatted(file, items.size(), sheets.size() + (stripHeight > 0 ? 1 : 0)));
        }
        if (!sheets.isEmpty() && stripHeight > 0) {
            throw new UnreadableFile(
                    "%s has a strip and sheets. Parts are nested on one or the other: maybe make two lists?"
                            .formatted(file));
        }
        return new StripInstance(
                String.valueOf(file.getFileName()),
                stripHeight,
                items,
                sheets,
                ids,
                notes,
                Constraints.none().withPairs(pairs),
                0,
                0);
    }

    private static Map<String, String> fields(List<String> columns, List<String> values) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
            fields.put(columns.get(i), values.get(i));
        }
        return fields;
    }

    private void add(Line line) {
        String id = line.text("id");
        if (id.isEmpty()) {
            throw line.wrong("id", "a name");
        }
        String kind = line.text("kind").toLowerCase(Locale.ROOT);
        requireSaidOf(kind, line);
        double wanted = line.number("quantity", 1);
        int quantity = (int) wanted;
        if (quantity != wanted || quantity < 1) {
            throw line.wrong("quantity", "a whole number from 1 on");
        }
        switch (kind) {
            case "part" -> addParts(line, id, quantity);
            case "sheet" -> {
                long cost = Math.round(line.number("cost", 0) * 100);
                sheets.add(new Stock(id, shape(line), quantity, cost, line.whole("priority", 1)));
            }
            default -> addStrip(line, quantity);
        }
    }

    private static void requireSaidOf(String kind, Line line) {
        Set<String> said = SAID_OF.get(kind);
        if (said == null) {
            throw line.wrong("kind", "part, sheet or strip");
        }
        for (String column : COLUMNS.subList(COLUMNS.indexOf("quantity"), COLUMNS.size())) {
            if (!said.contains(column)) {
                line.requireEmpty(
                        column,
                        kind.equals("strip")
                                ? "because all to say of a strip is its height, the width of the roll"
                                : "because it says nothing of a " + kind);
            }
        }
        if (line.text("with").isEmpty()) {
            line.requireEmpty("within", "because it is the distance to the part named by with, and there is none");
        }
        if (!line.text("file").isEmpty()) {
            for (String side : List.of("width", "height")) {
                line.requireEmpty(side, "because %s says it".formatted(line.text("file")));
            }
        }
    }

    private void addStrip(Line line, int quantity) {
        if (quantity != 1) {
            throw line.wrong("quantity", "1, because a strip is as long as the parts need");
        }
        double height = line.number("height", 0);
        if (!(height > 0)) {
            throw line.wrong("height", "the width of the roll in mm");
        }
        if (stripHeight > 0) {
            throw line.wrong("kind", "part, because there is a strip already");
        }
        stripHeight = height;
    }

    /** A drawing of several outlines is a set of parts: the quantity counts sets. */
    private void addParts(Line line, String id, int quantity) {
        String drawing = line.text("file");
        List<Polygon> shapes =
                drawing.isEmpty() ? List.of(shape(line)) : outlines.readAll(file.resolveSibling(drawing));
        for (int k = 0; k < shapes.size(); k++) {
            String name = shapes.size() == 1 ? id : "%s %d".formatted(id, k + 1);
            if (ids.put(name, name) != null) {
                throw line.wrong("id", "a name that no other part has");
            }
            items.add(new Item(name, shapes.get(k), quantity, turns(line), line.whole("priority", 0), 0));
            if (!line.text("with").isEmpty()) {
                pairs.add(
                        new Constraints.Pair(name, line.text("with"), line.number("within", Double.POSITIVE_INFINITY)));
            }
        }
    }

    private Polygon shape(Line line) {
        String outline = line.text("file");
        try {
            return outline.isEmpty()
                    ? Polygon.rectangleMm(line.number("width", 0), line.number("height", 0))
                    : outlines.read(file.resolveSibling(outline));
        } catch (InvalidShape invalid) {
            throw new UnreadableFile("Line %d of %s: %s".formatted(line.number, file, invalid.getMessage()));
        }
    }

    private static Orientations turns(Line line) {
        Orientations turns = line.turns();
        return switch (line.text("mirror").toLowerCase(Locale.ROOT)) {
            case "", "no" -> turns;
            case "yes" -> turns.mirrored();
            default -> throw line.wrong("mirror", "yes or no");
        };
    }

    /** One line of the list, with errors that say where they are. */
    private record Line(Path file, int number, Cells cells, Map<String, String> fields) {
        String text(String name) {
            return fields.getOrDefault(name, "");
        }

        double number(String name, double otherwise) {
            String text = text(name);
            return text.isEmpty() ? otherwise : value(name, text);
        }

        int whole(String name, int otherwise) {
            double number = number(name, otherwise);
            if (number != (int) number) {
                throw wrong(name, "a whole number");
            }
            return (int) number;
        }

        double value(String name, String text) {
            try {
                double value = Double.parseDouble(cells.plain(text));
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                throw wrong(name, "a number");
            }
            throw wrong(name, "a number");
        }

        Orientations turns() {
            try {
                return Turns.of(cells.plain(text("turns")));
            } catch (IllegalArgumentException notTurns) {
                throw wrong("turns", String.valueOf(notTurns.getMessage()));
            }
        }

        void requireEmpty(String name, String reason) {
            if (!text(name).isEmpty()) {
                throw wrong(name, "empty, " + reason);
            }
        }

        UnreadableFile wrong(String name, String wanted) {
            return new UnreadableFile(
                    "Line %d of %s: %s should be %s, got \"%s\".".formatted(number, file, name, wanted, text(name)));
        }
    }
}
