package org.millwright.processes.printing.program;

import org.millwright.processes.Build;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;

/** What comes before the first and after the last layer. */
final class Preamble {
    private static final double CLEAR_MM = 10;

    private Preamble() {}

    /** Names the build, sets the limits the time was computed with, heats bed and nozzle side by side, homes. */
    static void begin(MarlinWriter writer, Build build, PrintSettings settings, int layers) {
        writer.line("; build " + plain(build.name()));
        writer.line("; program millwright printing, %d layers, %d units"
                .formatted(layers, build.units().size()));
        build.units()
                .forEach(placed -> writer.line("; unit %s at X%s Y%s turned %s"
                        .formatted(
                                plain(placed.unit()),
                                number(placed.xMm()),
                                number(placed.yMm()),
                                number(placed.rotationDeg()))));
        writer.line("M201 X%s Y%s Z%s E%s"
                .formatted(
                        number(settings.get(PrintValue.MAX_ACCELERATION_X)),
                        number(settings.get(PrintValue.MAX_ACCELERATION_Y)),
                        number(settings.get(PrintValue.MAX_ACCELERATION_Z)),
                        number(settings.get(PrintValue.MAX_ACCELERATION_E))));
        writer.line("M203 X%s Y%s Z%s E%s"
                .formatted(
                        number(settings.get(PrintValue.MAX_SPEED_X)),
                        number(settings.get(PrintValue.MAX_SPEED_Y)),
                        number(settings.get(PrintValue.MAX_SPEED_Z)),
                        number(settings.get(PrintValue.MAX_SPEED_E))));
        writer.line("M204 R%s T%s"
                .formatted(
                        number(settings.get(PrintValue.RETRACT_ACCELERATION)),
                        number(settings.get(PrintValue.TRAVEL_ACCELERATION))));
        writer.line("M205 X%s Y%s Z%s E%s"
                .formatted(
                        number(settings.get(PrintValue.JERK_X)),
                        number(settings.get(PrintValue.JERK_Y)),
                        number(settings.get(PrintValue.JERK_Z)),
                        number(settings.get(PrintValue.JERK_E))));
        writer.line("M140 S" + number(settings.get(PrintValue.BED_TEMPERATURE)));
        writer.line("M104 S" + number(settings.get(PrintValue.NOZZLE_TEMPERATURE)));
        writer.line("M190 S" + number(settings.get(PrintValue.BED_TEMPERATURE)));
        writer.line("M109 S" + number(settings.get(PrintValue.NOZZLE_TEMPERATURE)));
        writer.line("G21");
        writer.line("G90");
        writer.line(writer.relative() ? "M83" : "M82");
        writer.line("G28");
        writer.line("M107");
        writer.zeroExtruder();
    }

    /** Clears the part, presents the bed, switches heaters, fan and motors off. */
    static void end(MarlinWriter writer, Bed bed) {
        writer.retract();
        writer.line("M107");
        writer.lift(Math.max(writer.z(), Math.min(writer.z() + CLEAR_MM, bed.heightMm())));
        writer.travel(0, bed.depthMm());
        writer.line("M104 S0");
        writer.line("M140 S0");
        writer.line("M84");
    }

    static String plain(String words) {
        return words.replaceAll("[^\\x20-\\x7e]|;", "_");
    }

    private static String number(double value) {
        var text = new StringBuilder();
        Numbers.append(text, value, 3);
        return text.toString();
    }
}
