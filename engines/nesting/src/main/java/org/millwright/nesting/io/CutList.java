package org.millwright.nesting.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.millwright.json.UnreadableFile;
import org.millwright.nesting.model.InvalidShape;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;

/**
 * A cut list as a table of cells between commas, semicolons or tabs. The first line names the columns: {@code kind} (part or sheet), {@code id},
 * {@code quantity}, {@code width} and {@code height} in millimetres or {@code file} with an outline, and where wanted
 * {@code turns} (angles in degrees and ranges such as {@code 80..100} separated by spaces, {@code any}, {@code grain}, or
 * {@code grain 3} for a tilt of so many degrees), {@code mirror} (yes when parts may be turned over), {@code priority}
 * (larger is placed first; of sheets, smaller is used first) and {@code cost} of a sheet.
 */
final class CutList {
    private final Path file;
    private final OutlineReader outlines;
    private final List<Item> items = new ArrayList<>();
    private final List<Stock> sheets = new ArrayList<>();
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
        for (int number = 1; number < lines.size(); number++) {
            if (!lines.get(number).isBlank()) {
                list.add(new Line(file, number + 1, cells, fields(columns, cells.cut(lines.get(number)))));
            }
        }
        if (list.items.isEmpty() || list.sheets.isEmpty()) {
            throw new UnreadableFile("%s has %d parts and %d sheets. Maybe a line of the kind part or sheet is missing?"
                    .formatted(file, list.items.size(), list.sheets.size()));
        }
        return new StripInstance(String.valueOf(file.getFileName()), 0, list.items, list.sheets, list.ids, List.of());
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
        double wanted = line.number("quantity", 1);
        int quantity = (int) wanted;
        if (quantity != wanted || quantity < 1) {
            throw line.wrong("quantity", "a whole number from 1 on");
        }
        switch (line.text("kind").toLowerCase(Locale.ROOT)) {
            case "part" -> addParts(line, id, quantity);
            case "sheet" -> {
                long cost = Math.round(line.number("cost", 0) * 100);
                sheets.add(new Stock(id, shape(line), quantity, cost, line.whole("priority", 1)));
            }
            default -> throw line.wrong("kind", "part or sheet");
        }
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
        Orientations turns = unmirrored(line);
        return switch (line.text("mirror").toLowerCase(Locale.ROOT)) {
            case "", "no" -> turns;
            case "yes" -> turns.mirrored();
            default -> throw line.wrong("mirror", "yes or no");
        };
    }

    private static Orientations unmirrored(Line line) {
        String turns = line.text("turns").toLowerCase(Locale.ROOT);
        if (turns.isEmpty()) {
            return Orientations.of(0, 90, 180, 270);
        }
        if (turns.equals("any")) {
            return Orientations.any();
        }
        String[] words = turns.split(" +", -1);
        if (words[0].equals("grain")) {
            double tiltDeg = words.length == 1 ? 0 : line.value("turns", words[1]);
            if (words.length > 2 || !(tiltDeg >= 0 && tiltDeg <= 90)) {
                throw line.wrong("turns", "grain and a tilt of 0 to 90 degrees");
            }
            return Orientations.grain(tiltDeg, true);
        }
        List<Orientations.Range> ranges = new ArrayList<>();
        for (String word : words) {
            int dots = word.indexOf("..");
            double from = line.value("turns", dots < 0 ? word : word.substring(0, dots));
            double to = dots < 0 ? from : line.value("turns", word.substring(dots + 2));
            if (!(to >= from && to - from <= 360 && Math.abs(from) <= 3600)) {
                throw line.wrong("turns", "angles, or ranges upward such as 80..100");
            }
            ranges.add(new Orientations.Range(from, to));
        }
        return new Orientations(ranges, false);
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

        UnreadableFile wrong(String name, String wanted) {
            return new UnreadableFile(
                    "Line %d of %s: %s should be %s, got \"%s\".".formatted(number, file, name, wanted, text(name)));
        }
    }
}
