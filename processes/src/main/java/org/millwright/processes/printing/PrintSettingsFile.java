package org.millwright.processes.printing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads and writes settings in the form of PrusaSlicer's {@code .ini} files: one {@code key = value} per line. */
public final class PrintSettingsFile {
    /** What percentages are of, in an order in which each base comes before what is relative to it. */
    private static final Map<PrintValue, PrintValue> RELATIVE_TO = relatives();

    private static final Pattern CORNER = Pattern.compile("(-?\\d{1,9}(?:\\.\\d{1,9})?)x(-?\\d{1,9}(?:\\.\\d{1,9})?)");

    private PrintSettingsFile() {}

    private static Map<PrintValue, PrintValue> relatives() {
        var relatives = new LinkedHashMap<PrintValue, PrintValue>();
        relatives.put(PrintValue.FIRST_LAYER, PrintValue.LAYER);
        relatives.put(PrintValue.LINE_WIDTH, PrintValue.LAYER);
        relatives.put(PrintValue.TOP_LINE_WIDTH, PrintValue.LAYER);
        relatives.put(PrintValue.SUPPORT_GAP, PrintValue.LINE_WIDTH);
        relatives.put(PrintValue.INFILL_ANCHOR, PrintValue.LINE_WIDTH);
        relatives.put(PrintValue.OUTER_WALL_SPEED, PrintValue.WALL_SPEED);
        relatives.put(PrintValue.SMALL_WALL_SPEED, PrintValue.WALL_SPEED);
        relatives.put(PrintValue.SOLID_SPEED, PrintValue.INFILL_SPEED);
        relatives.put(PrintValue.TOP_SPEED, PrintValue.SOLID_SPEED);
        relatives.put(PrintValue.FIRST_LAYER_SPEED, PrintValue.WALL_SPEED);
        relatives.put(PrintValue.SUPPORT_INTERFACE_SPEED, PrintValue.SUPPORT_SPEED);
        return relatives;
    }

    static PrintSettings read(Path file) throws IOException {
        var given = new EnumMap<PrintValue, Double>(PrintValue.class);
        var percents = EnumSet.noneOf(PrintValue.class);
        int lineNumber = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            lineNumber++;
            int equals = line.indexOf('=');
            if (line.startsWith("#") || line.startsWith(";") || equals < 0) {
                continue;
            }
            String key = line.substring(0, equals).strip();
            String text = line.substring(equals + 1).strip();
            int number = lineNumber;
            if (key.equals("bed_shape")) {
                bed(text, given);
            }
            PrintValue.findByIniKey(key).ifPresent(value -> {
                try {
                    given.put(value, number(value, text));
                    if (text.contains("%")) {
                        percents.add(value);
                    }
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException(
                            "%s line %d: %s should be a number, got \"%s\".\nMaybe give it as a plain number."
                                    .formatted(file, number, key, text),
                            e);
                }
            });
        }
        relate(given);
        resolve(given, percents);
        return new PrintSettings(given);
    }

    /** The corners of the bed, {@code 0x0,250x0,250x210,0x210}. */
    private static void bed(String text, Map<PrintValue, Double> given) {
        double minX = Double.POSITIVE_INFINITY, minY = minX, maxX = Double.NEGATIVE_INFINITY, maxY = maxX;
        var corner = CORNER.matcher(text);
        while (corner.find()) {
            double x = Double.parseDouble(corner.group(1)), y = Double.parseDouble(corner.group(2));
            minX = Math.min(minX, x);
            maxX = Math.max(maxX, x);
            minY = Math.min(minY, y);
            maxY = Math.max(maxY, y);
        }
        if (maxX > minX && maxY > minY) {
            given.put(PrintValue.BED_WIDTH, maxX - minX);
            given.put(PrintValue.BED_DEPTH, maxY - minY);
        }
    }

    /** The settings as the text of such a file. */
    public static String write(PrintSettings settings) {
        var text = new StringBuilder("gcode_flavor = marlin\nmachine_limits_usage = emit_to_gcode\n");
        for (PrintValue value : PrintValue.values()) {
            if (!value.iniKey().isEmpty()) {
                text.append(value.iniKey())
                        .append(" = ")
                        .append(written(value, settings))
                        .append('\n');
            }
        }
        for (String same :
                new String[] {"first_layer_", "perimeter_", "external_perimeter_", "infill_", "solid_infill_"}) {
            text.append(same)
                    .append("extrusion_width = ")
                    .append(settings.lineWidthMm())
                    .append('\n');
        }
        text.append("first_layer_temperature = ")
                .append(written(PrintValue.NOZZLE_TEMPERATURE, settings))
                .append('\n');
        text.append("first_layer_bed_temperature = ")
                .append(written(PrintValue.BED_TEMPERATURE, settings))
                .append('\n');
        text.append(
                "fill_pattern = rectilinear\nstart_gcode = M140 S[first_layer_bed_temperature]\\nM104 S[first_layer_temperature]"
                        + "\\nM190 S[first_layer_bed_temperature]\\nM109 S[first_layer_temperature]\\nG28\\n\n"
                        + "end_gcode = M104 S0\\nM140 S0\\nM107\\nM84\\n\n");
        return text.toString();
    }

    private static String written(PrintValue value, PrintSettings settings) {
        double number = settings.get(value);
        return switch (value) {
            case INFILL, SUPPORT_FOOT_DENSITY -> PrintSettings.text(number) + "%";
            case FLOW -> PrintSettings.text(number / 100);
            default -> PrintSettings.text(number);
        };
    }

    private static double number(PrintValue value, String text) {
        // Lists hold one value per extruder; we drive the first.
        String first = text.contains(",") ? text.substring(0, text.indexOf(',')) : text;
        boolean percent = first.endsWith("%");
        double number = Double.parseDouble(percent ? first.substring(0, first.length() - 1) : first);
        return switch (value) {
            case INFILL -> percent || number > 1 ? number : number * 100;
            case SUPPORT_FOOT_DENSITY -> number;
            case FLOW -> number * 100;
            default -> number;
        };
    }

    /** Percentages are of another value, as PrusaSlicer defines it; what a percentage is of is resolved first. */
    private static void resolve(Map<PrintValue, Double> given, Set<PrintValue> percents) {
        RELATIVE_TO.forEach((value, base) -> {
            if (percents.contains(value)) {
                double whole = given.getOrDefault(base, base.usual());
                given.put(value, whole * given.getOrDefault(value, 100.0) / 100);
            }
        });
    }

    /** A width of 0 means "choose yourself" in these files. */
    private static void relate(Map<PrintValue, Double> given) {
        double nozzle = given.getOrDefault(PrintValue.NOZZLE, PrintValue.NOZZLE.usual());
        for (PrintValue width : new PrintValue[] {PrintValue.LINE_WIDTH, PrintValue.TOP_LINE_WIDTH}) {
            if (given.containsKey(width) && given.get(width) == 0) {
                given.put(width, nozzle * 1.125);
            }
        }
        if (given.containsKey(PrintValue.LAYER) && !given.containsKey(PrintValue.FIRST_LAYER)) {
            given.put(PrintValue.FIRST_LAYER, given.get(PrintValue.LAYER));
        }
    }
}
