package org.millwright.processes.printing.program;

import org.millwright.processes.motion.MotionClock;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;

/**
 * Writes moves as Marlin commands and times them. Numbers are rounded as they are written and timed as they are rounded, so
 * the clock sees what the machine will see; rounding of the extruder never adds up.
 */
final class MarlinWriter {
    private static final double XY_STEPS = 1000;
    private static final double E_STEPS = 100_000;
    /** Absolute extruder positions are set back before they lose precision in single-precision firmware. */
    private static final double RESET_AT_MM = 900;

    private final PrintSettings settings;
    private final MotionClock clock;
    private final boolean relative;
    private final boolean silent;
    private StringBuilder text = new StringBuilder();
    private double x, y, z;
    private double wantedE, writtenE, zeroE;
    private double filamentMm;
    private long feed = -1;
    private long acceleration = -1;
    private boolean retracted;

    /** Begins at the origin of the bed. */
    MarlinWriter(PrintSettings settings) {
        this(settings, 0, 0, false);
    }

    private MarlinWriter(PrintSettings settings, double x, double y, boolean silent) {
        this.silent = silent;
        this.x = x;
        this.y = y;
        this.settings = settings;
        this.clock = new MotionClock(settings.motionLimits());
        this.relative = settings.get(PrintValue.RELATIVE_EXTRUSION) >= 0.5;
    }

    /** Begins at (x, y) and writes nothing, for those who only want to know how long it takes. */
    static MarlinWriter silent(PrintSettings settings, double x, double y) {
        return new MarlinWriter(settings, x, y, true);
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    double z() {
        return z;
    }

    /** Filament pushed into parts so far, retractions not counted. */
    double filamentMm() {
        return filamentMm;
    }

    /** Time so far; the machine is taken to stop here. */
    double seconds() {
        return clock.seconds();
    }

    /** What was written since the last call. */
    String takeText() {
        String taken = text.toString();
        text = new StringBuilder();
        return taken;
    }

    void line(String line) {
        if (silent) {
            return;
        }
        text.append(line).append('\n');
    }

    boolean relative() {
        return relative;
    }

    void zeroExtruder() {
        line("G92 E0");
        zeroE = writtenE;
    }

    void pause(double seconds) {
        clock.pause(seconds);
    }

    void accelerate(double mmPerS2) {
        long rounded = Math.round(mmPerS2);
        if (rounded != acceleration) {
            acceleration = rounded;
            line("M204 P" + rounded);
        }
    }

    void lift(double toZ) {
        double rounded = rounded(toZ);
        if (rounded == z) {
            return;
        }
        double mmPerS = settings.get(PrintValue.MAX_SPEED_Z);
        clock.move(0, 0, rounded - z, 0, feed(mmPerS), settings.get(PrintValue.TRAVEL_ACCELERATION));
        append("G1 Z", rounded, 3);
        appendFeed(mmPerS);
        z = rounded;
    }

    void travel(double toX, double toY) {
        double roundX = rounded(toX), roundY = rounded(toY);
        if (roundX == x && roundY == y) {
            return;
        }
        double mmPerS = settings.get(PrintValue.TRAVEL_SPEED);
        clock.move(roundX - x, roundY - y, 0, 0, feed(mmPerS), settings.get(PrintValue.TRAVEL_ACCELERATION));
        appendXy("G0", roundX, roundY);
        appendFeed(mmPerS);
    }

    /** Draws to (toX, toY) with {@code mm3} of plastic. */
    void draw(double toX, double toY, double mm3, double mmPerS) {
        double roundX = rounded(toX), roundY = rounded(toY);
        double pushed = mm3 / settings.filamentMm2() * settings.get(PrintValue.FLOW) / 100;
        filamentMm += pushed;
        wantedE += pushed;
        double de = roundedE(wantedE) - writtenE;
        clock.move(roundX - x, roundY - y, 0, de, feed(mmPerS), (double) acceleration);
        appendXy("G1", roundX, roundY);
        appendE(de);
        appendFeed(mmPerS);
        if (!relative && writtenE - zeroE > RESET_AT_MM) {
            zeroExtruder();
        }
    }

    void retract() {
        if (!retracted) {
            extrudeOnly(-settings.get(PrintValue.RETRACT));
            retracted = true;
        }
    }

    void unretract() {
        if (retracted) {
            extrudeOnly(settings.get(PrintValue.RETRACT));
            retracted = false;
        }
    }

    private void extrudeOnly(double mm) {
        wantedE += mm;
        double de = roundedE(wantedE) - writtenE;
        if (de == 0) {
            return;
        }
        double mmPerS = settings.get(PrintValue.RETRACT_SPEED);
        clock.move(0, 0, 0, de, feed(mmPerS), settings.get(PrintValue.RETRACT_ACCELERATION));
        append("G1");
        appendE(de);
        appendFeed(mmPerS);
    }

    private void appendXy(String command, double toX, double toY) {
        append(command);
        if (toX != x) {
            append(" X", toX, 3);
        }
        if (toY != y) {
            append(" Y", toY, 3);
        }
        x = toX;
        y = toY;
    }

    private void appendE(double de) {
        writtenE = roundedE(writtenE + de);
        append(" E", relative ? de : writtenE - zeroE, 5);
    }

    private void appendFeed(double mmPerS) {
        long perMinute = Math.max(1, Math.round(mmPerS * 60));
        if (perMinute != feed) {
            feed = perMinute;
            append(" F", (double) perMinute, 0);
        }
        append("\n");
    }

    private void append(String word) {
        if (!silent) {
            text.append(word);
        }
    }

    private void append(String word, double value, int decimals) {
        if (!silent) {
            text.append(word);
            Numbers.append(text, value, decimals);
        }
    }

    private static double feed(double mmPerS) {
        return Math.max(1, Math.round(mmPerS * 60)) / 60.0;
    }

    private static double rounded(double mm) {
        return Math.rint(mm * XY_STEPS) / XY_STEPS;
    }

    private static double roundedE(double mm) {
        return Math.rint(mm * E_STEPS) / E_STEPS;
    }
}
