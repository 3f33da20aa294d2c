package org.millwright.cli.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.processes.Equipment;
import org.millwright.processes.Material;
import org.millwright.processes.MaterialForm;
import org.millwright.processes.Setup;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;

/** What a settings file says, as material on a machine; a bed of 300 x 300 x 300 mm, as such a file seldom knows better. */
final class PrintSetup {
    private static final double BED_MM = 300;

    private PrintSetup() {}

    static Setup of(Path settings, @Nullable Double infillPercent) throws IOException {
        PrintSettings read = PrintSettings.fromIni(settings);
        Map<String, Double> values = new HashMap<>();
        for (PrintValue value : PrintValue.values()) {
            values.put(value.key(), read.get(value));
        }
        if (infillPercent != null) {
            values.put(PrintValue.INFILL.key(), infillPercent);
        }
        var material = new Material("filament", MaterialForm.FILAMENT, read.get(PrintValue.DENSITY), null, Map.of());
        var equipment = new Equipment(String.valueOf(settings.getFileName()), BED_MM, BED_MM, BED_MM, Map.of());
        return new Setup(material, equipment, values);
    }
}
