package org.millwright.cli.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.cli.Answered;
import org.millwright.cli.ExitCode;
import org.millwright.processes.Equipment;
import org.millwright.processes.Material;
import org.millwright.processes.MaterialForm;
import org.millwright.processes.Setup;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a settings file says, as material on a machine; a bed of 300 x 300 x 300 mm, as such a file seldom knows better. */
final class PrintSetup {
    private static final double BED_MM = 300;

    private PrintSetup() {}

    /** @param settings usual values when null */
    static Setup of(@Nullable Path settings, @Nullable Double infillPercent, @Nullable Boolean supports)
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
        var equipment = new Equipment(settings == null ? "usual" : String.valueOf(settings.getFileName()), BED_MM, BED_MM, BED_MM, Map.of());
        return new Setup(material, equipment, values);
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
