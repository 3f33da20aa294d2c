package org.millwright.factory.setup.web;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.factory.facility.Machine;
import org.millwright.processes.Equipment;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;

/** Whether a printer finishes each part before the next, and the room that its head needs to do so. */
public final class HeadSettings {
    private static final String PRINTER = "printer";
    private static final List<PrintValue> SIZES =
            List.of(PrintValue.HEAD_RADIUS, PrintValue.HEAD_NOZZLE, PrintValue.GANTRY);

    private HeadSettings() {}

    /** Only printers can. */
    public static boolean concern(Machine machine) {
        return machine.equipmentClass().equals(PRINTER);
    }

    public static boolean oneByOne(Machine machine) {
        return machine.equipment().values().getOrDefault(PrintValue.ONE_BY_ONE.key(), 0.0) >= 0.5;
    }

    /** A size by its name, in mm; the usual one where the machine says nothing. */
    public static double sizeMm(Machine machine, String name) {
        double usual = SIZES.stream()
                .filter(size -> size.key().equals(name))
                .findFirst()
                .orElseThrow()
                .usual();
        return machine.equipment().values().getOrDefault(name, usual);
    }

    /** Throws {@link IllegalArgumentException} when a size makes no sense. */
    private static void require(Map<String, Double> values) {
        Map<PrintValue, Double> sizes = new EnumMap<>(PrintValue.class);
        SIZES.forEach(size -> sizes.put(size, values.getOrDefault(size.key(), size.usual())));
        new PrintSettings(sizes);
    }

    /** What the form says; printers that need no room say nothing of it, so that they stay alike. */
    static Equipment typed(Machine machine, SettingsPages.Form form) {
        if (!concern(machine)) {
            return machine.equipment();
        }
        Map<String, Double> values = new HashMap<>(machine.equipment().values());
        values.remove(PrintValue.ONE_BY_ONE.key());
        SIZES.forEach(size -> values.remove(size.key()));
        if (form.isTyped(PrintValue.ONE_BY_ONE.key())) {
            values.put(PrintValue.ONE_BY_ONE.key(), 1.0);
            SIZES.forEach(size -> values.put(size.key(), form.number(size.key())));
            require(values);
        }
        return machine.equipment().with(values);
    }
}
