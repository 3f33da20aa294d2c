package org.millwright.processes.printing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.millwright.processes.ManufacturingProcess.Setting;
import org.millwright.processes.Setup;
import org.millwright.processes.motion.Cornering;
import org.millwright.processes.motion.MotionLimits;
import org.millwright.processes.motion.PerAxis;

/** How a part is printed: one checked number for each {@link PrintValue}. Immutable. */
public final class PrintSettings {
    private static final List<PrintValue> FOR_OPERATORS = List.of(
            PrintValue.NOZZLE_TEMPERATURE,
            PrintValue.BED_TEMPERATURE,
            PrintValue.LAYER,
            PrintValue.LINE_WIDTH,
            PrintValue.WALLS,
            PrintValue.TOP_LAYERS,
            PrintValue.BOTTOM_LAYERS,
            PrintValue.INFILL,
            PrintValue.BRIM,
            PrintValue.OUTER_WALL_SPEED,
            PrintValue.WALL_SPEED,
            PrintValue.INFILL_SPEED,
            PrintValue.TRAVEL_SPEED,
            PrintValue.MIN_LAYER_TIME,
            PrintValue.RETRACT,
            PrintValue.FILAMENT);

    private final EnumMap<PrintValue, Double> numbers = new EnumMap<>(PrintValue.class);

    /** Values not in {@code given} take their usual value. Throws {@link IllegalArgumentException} out of range. */
    public PrintSettings(Map<PrintValue, Double> given) {
        for (PrintValue value : PrintValue.values()) {
            numbers.put(value, value.checked(given.getOrDefault(value, value.usual())));
        }
    }

    /** Settings from the order's options, the material and the machine, in this order. */
    public static PrintSettings from(Setup setup) {
        var given = new EnumMap<PrintValue, Double>(PrintValue.class);
        for (PrintValue value : PrintValue.values()) {
            given.put(value, setup.value(value.key(), value.usual()));
        }
        given.put(
                PrintValue.BED_WIDTH,
                setup.value(PrintValue.BED_WIDTH.key(), setup.equipment().widthMm()));
        given.put(
                PrintValue.BED_DEPTH,
                setup.value(PrintValue.BED_DEPTH.key(), setup.equipment().depthMm()));
        given.put(PrintValue.DENSITY, setup.material().densityGPerCm3());
        spread(given, setup, "accelerationMmPerS2", PrintValue.MAX_ACCELERATION_X, PrintValue.MAX_ACCELERATION_Y);
        spread(given, setup, "maxSpeedMmPerS", PrintValue.MAX_SPEED_X, PrintValue.MAX_SPEED_Y);
        spread(given, setup, "jerkMmPerS", PrintValue.JERK_X, PrintValue.JERK_Y);
        return new PrintSettings(given);
    }

    /** One value for x and y where a factory does not tell them apart. */
    private static void spread(Map<PrintValue, Double> given, Setup setup, String both, PrintValue... axes) {
        for (PrintValue axis : axes) {
            given.put(axis, setup.value(axis.key(), setup.value(both, axis.usual())));
        }
    }

    /** Settings from a file in PrusaSlicer's form; keys it does not know are left alone. */
    public static PrintSettings fromIni(Path file) throws IOException {
        return PrintSettingsFile.read(file);
    }

    /** The number behind the value, in the value's unit. */
    public double get(PrintValue value) {
        return numbers.getOrDefault(value, value.usual());
    }

    /** The same with one value changed. */
    public PrintSettings with(PrintValue value, double number) {
        var changed = new EnumMap<>(numbers);
        changed.put(value, number);
        return new PrintSettings(changed);
    }

    public double layerMm() {
        return get(PrintValue.LAYER);
    }

    public double lineWidthMm() {
        return get(PrintValue.LINE_WIDTH);
    }

    public int walls() {
        return (int) Math.round(get(PrintValue.WALLS));
    }

    /** 0 to 1. */
    public double infillShare() {
        return get(PrintValue.INFILL) / 100;
    }

    /** Cross section of the filament. */
    public double filamentMm2() {
        double radius = get(PrintValue.FILAMENT) / 2;
        return Math.PI * radius * radius;
    }

    public MotionLimits motionLimits() {
        return new MotionLimits(
                new PerAxis(
                        get(PrintValue.MAX_SPEED_X),
                        get(PrintValue.MAX_SPEED_Y),
                        get(PrintValue.MAX_SPEED_Z),
                        get(PrintValue.MAX_SPEED_E)),
                new PerAxis(
                        get(PrintValue.MAX_ACCELERATION_X),
                        get(PrintValue.MAX_ACCELERATION_Y),
                        get(PrintValue.MAX_ACCELERATION_Z),
                        get(PrintValue.MAX_ACCELERATION_E)),
                new Cornering.Jerk(new PerAxis(
                        get(PrintValue.JERK_X),
                        get(PrintValue.JERK_Y),
                        get(PrintValue.JERK_Z),
                        get(PrintValue.JERK_E))));
    }

    /** Heating bed and nozzle side by side from room temperature, then homing. */
    public double startS() {
        return Math.max(
                        heatingS(PrintValue.BED_TEMPERATURE, PrintValue.BED_RISE, PrintValue.BED_TIME_CONSTANT),
                        heatingS(
                                PrintValue.NOZZLE_TEMPERATURE, PrintValue.NOZZLE_RISE, PrintValue.NOZZLE_TIME_CONSTANT))
                + get(PrintValue.HOMING);
    }

    /** A heater at full power approaches its final temperature exponentially. */
    private double heatingS(PrintValue target, PrintValue rise, PrintValue timeConstant) {
        double share = Math.max(0, get(target) - get(PrintValue.AMBIENT)) / get(rise);
        if (share >= 1) {
            throw new IllegalArgumentException(
                    "%s of %s °C cannot be reached: full power gives %s K above %s °C.\nMaybe lower it or correct %s."
                            .formatted(target.key(), get(target), get(rise), get(PrintValue.AMBIENT), rise.key()));
        }
        return -get(timeConstant) * Math.log(1 - share);
    }

    /** Whether each part is finished before the next begins. */
    public boolean oneByOne() {
        return get(PrintValue.ONE_BY_ONE) >= 0.5;
    }

    /** What an operator would want to read, in display order. */
    public List<Setting> settings() {
        return FOR_OPERATORS.stream()
                .map(value -> new Setting(value.key(), text(get(value)), value.unit()))
                .toList();
    }

    static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e9
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.format(Locale.ROOT, "%s", number);
    }
}
