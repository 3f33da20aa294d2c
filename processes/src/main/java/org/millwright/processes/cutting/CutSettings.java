package org.millwright.processes.cutting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.millwright.processes.ManufacturingProcess.Setting;
import org.millwright.processes.Setup;
import org.millwright.processes.machining.CuttingSpeeds;
import org.millwright.processes.motion.Cornering;
import org.millwright.processes.motion.MotionLimits;
import org.millwright.processes.motion.PerAxis;

/**
 * How a sheet is cut. Speed and power belong to the material on the machine and have no usual value; everything else has.
 *
 * @param kerfMm width the beam removes; 0.2 unless given
 * @param cutMmPerMin speed along the contour; where nobody gives one, that of a table by material, thickness and {@code laserW}
 * @param powerPercent beam power at full speed, above 0 to 100; 100 unless given
 * @param spindleMax the controller's {@code $30}: the S word of full power; 1000 unless given
 * @param pierceS time the beam takes through the sheet, 0 unless given
 * @param leadMm length of the run-in on the waste side; 2 unless given
 * @param passes times each contour is followed; 1 unless given
 * @param rapidMmPerMin speed of moves without beam; 15000 unless given
 * @param accelerationMmPerS2 of x and y; 1000 unless given
 * @param junctionDeviationMm the controller's {@code $11}; 0.01 unless given
 */
record CutSettings(
        double kerfMm,
        double cutMmPerMin,
        double powerPercent,
        double spindleMax,
        double pierceS,
        double leadMm,
        int passes,
        double rapidMmPerMin,
        double accelerationMmPerS2,
        double junctionDeviationMm) {
    CutSettings {
        inRange("kerfMm", kerfMm, 0, 10);
        inRange("cutMmPerMin", cutMmPerMin, 1, 1e6);
        inRange("powerPercent", powerPercent, 0.1, 100);
        inRange("spindleMax", spindleMax, 1, 1e6);
        inRange("pierceS", pierceS, 0, 60);
        inRange("leadMm", leadMm, 0, 50);
        inRange("passes", passes, 1, 50);
        inRange("rapidMmPerMin", rapidMmPerMin, 1, 1e6);
        inRange("accelerationMmPerS2", accelerationMmPerS2, 1, 1e6);
    }

    /** Throws {@link IllegalArgumentException} naming the value that is missing or out of range. */
    static CutSettings from(Setup setup) {
        Optional<CuttingSpeeds.Speed> table = table(setup);
        return new CutSettings(
                setup.value("kerfMm", 0.2),
                table.map(CuttingSpeeds.Speed::cutMmPerMin).orElseGet(() -> setup.value("cutMmPerMin")),
                setup.value("powerPercent", 100),
                setup.value("spindleMax", 1000),
                setup.value("pierceS", table.map(CuttingSpeeds.Speed::pierceS).orElse(0.0)),
                setup.value("leadMm", 2),
                (int) Math.round(setup.value("passes", 1)),
                setup.value("rapidMmPerMin", 15000),
                setup.value("accelerationMmPerS2", 1000),
                setup.value("junctionDeviationMm", 0.01));
    }

    /** What the table says of this material and the power of the laser; empty where somebody has measured the speed. */
    private static Optional<CuttingSpeeds.Speed> table(Setup setup) {
        Double thicknessMm = setup.material().sheetThicknessMm();
        if (thicknessMm == null || !Double.isNaN(setup.value("cutMmPerMin", Double.NaN))) {
            return Optional.empty();
        }
        // Materials of a factory are often named with their thickness, like plywood-3.
        String named = setup.material().id().replaceAll("-[0-9.]+$", "");
        return CuttingSpeeds.find(named, thicknessMm, setup.value("laserW", 0) / 1000);
    }

    MotionLimits motionLimits() {
        double fastest = Math.max(rapidMmPerMin, cutMmPerMin) / 60;
        return new MotionLimits(
                PerAxis.all(fastest),
                PerAxis.all(accelerationMmPerS2),
                new Cornering.JunctionDeviation(junctionDeviationMm));
    }

    /** The S word that gives the wanted power. */
    long spindleWord() {
        return Math.round(spindleMax * powerPercent / 100);
    }

    List<Setting> settings() {
        return List.of(
                setting("kerf", kerfMm, "mm"),
                setting("cutting speed", cutMmPerMin, "mm/min"),
                setting("power", powerPercent, "%"),
                setting("passes", passes, ""),
                setting("pierce time", pierceS, "s"),
                setting("lead-in", leadMm, "mm"),
                setting("rapid speed", rapidMmPerMin, "mm/min"),
                setting("acceleration", accelerationMmPerS2, "mm/s²"));
    }

    private static Setting setting(String name, double value, String unit) {
        String text = value == Math.rint(value) ? "%.0f" : "%.3f";
        return new Setting(name, String.format(Locale.ROOT, text, value), unit);
    }

    private static void inRange(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s must be between %s and %s, got %s.\nMaybe it was given in another unit."
                            .formatted(name, least, most, value));
        }
    }
}
