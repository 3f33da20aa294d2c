package org.millwright.cli.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.cli.Answered;
import org.millwright.cli.ExitCode;
import org.millwright.geometry.Bounds;
import org.millwright.machines.virtual.VirtualProfile;
import org.millwright.processes.Equipment;
import org.millwright.processes.Material;
import org.millwright.processes.MaterialForm;
import org.millwright.processes.Setup;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a settings file says, as material on a machine: on the bed that the file names, else on that of the virtual printer. */
public final class PrintSetup {
    private static final Pattern CORNER = Pattern.compile("(-?[0-9.]+)x(-?[0-9.]+)");

    private PrintSetup() {}

    /** @param settings usual values when null */
    public static Setup of(@Nullable Path settings, @Nullable Double infillPercent, @Nullable Boolean supports)
            throws IOException {
        Map<String, Double> values = settings == null ? new HashMap<>() : read(settings);
        if (infillPercent != null) {
            values.put(PrintValue.INFILL.key(), infillPercent);
        }
        if (supports != null) {
            values.put(PrintValue.SUPPORTS.key(), supports ? 1.0 : 0.0);
        }
        var material = new Material(
                "filament",
                MaterialForm.FILAMENT,
                values.getOrDefault(PrintValue.DENSITY.key(), PrintValue.DENSITY.usual()),
                null,
                Map.of());
        return new Setup(material, settings == null ? usualPrinter("usual") : printer(settings), values);
    }

    private static Equipment usualPrinter(String name) {
        Bounds reach = VirtualProfile.printer().envelope();
        return new Equipment(name, reach.max().x(), reach.max().y(), reach.max().z(), Map.of());
    }

    /** Slicers write {@code bed_shape = 0x0,250x0,250x210,0x210} and {@code max_print_height = 210}. */
    private static Equipment printer(Path settings) throws IOException {
        Equipment usual = usualPrinter(String.valueOf(settings.getFileName()));
        double widthMm = 0, depthMm = 0, heightMm = usual.heightMm();
        for (String line : Files.readAllLines(settings, StandardCharsets.ISO_8859_1)) {
            int is = line.indexOf('=');
            String name = is < 0 ? "" : line.substring(0, is).strip();
            if (name.equals("bed_shape")) {
                var corner = CORNER.matcher(line);
                while (corner.find()) {
                    widthMm = Math.max(widthMm, Double.parseDouble(corner.group(1)));
                    depthMm = Math.max(depthMm, Double.parseDouble(corner.group(2)));
                }
            } else if (name.equals("max_print_height")
                    && line.substring(is + 1).strip().matches("[0-9]+(\\.[0-9]+)?")) {
                heightMm = Double.parseDouble(line.substring(is + 1).strip());
            }
        }
        return widthMm > 0 && depthMm > 0 && heightMm > 0
                ? new Equipment(usual.model(), widthMm, depthMm, heightMm, Map.of())
                : usual;
    }

    private static Map<String, Double> read(Path settings) throws IOException {
        return settings.toString().endsWith(".json") ? ownSettings(settings) : iniSettings(settings);
    }

    private static Map<String, Double> iniSettings(Path settings) throws IOException {
        PrintSettings read = PrintSettings.fromIni(settings);
        Map<String, Double> values = new HashMap<>();
        for (PrintValue value : PrintValue.values()) {
            values.put(value.key(), read.get(value));
        }
        return values;
    }

    /** One JSON object of numbers under the names of {@link PrintValue#key()}; what is left out is usual. */
    private static Map<String, Double> ownSettings(Path settings) throws IOException {
        try (var content = Files.newInputStream(settings)) {
            Map<String, Double> values =
                    new JsonMapper().readValue(content, new TypeReference<HashMap<String, Double>>() {});
            Set<String> known =
                    Arrays.stream(PrintValue.values()).map(PrintValue::key).collect(Collectors.toSet());
            for (String name : values.keySet()) {
                if (!known.contains(name)) {
                    throw new Answered(
                            "%s has a setting %s that nobody knows.".formatted(settings, name),
                            "Known are " + new TreeSet<>(known) + ".",
                            ExitCode.UNREADABLE);
                }
            }
            return values;
        } catch (JacksonException unreadable) {
            throw new Answered(
                    "%s is no JSON object of numbers: %s".formatted(settings, unreadable.getOriginalMessage()),
                    "Maybe write {\"layerMm\": 0.2, \"infillPercent\": 15}.",
                    ExitCode.UNREADABLE);
        }
    }
}
