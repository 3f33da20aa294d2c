package org.millwright.machines.gcode;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Bounds;
import org.millwright.machines.gcode.model.HeaterModel;
import org.millwright.machines.gcode.model.MachineModel;
import org.millwright.machines.gcode.model.Violation.Kind;
import org.millwright.machines.gcode.model.Violations;

/** Reads a program line by line, keeps what is modal, and hands moves to the planner. */
abstract sealed class Interpreter permits MarlinInterpreter, GrblInterpreter {
    private static final double MM_PER_INCH = 25.4;
    /** Rounding of coordinates in files is not leaving the envelope. */
    private static final double ENVELOPE_SLACK_MM = 0.005;

    final MachineModel machine;
    final Violations violations = new Violations();
    final MotionPlanner planner;
    final Travelled travelled = new Travelled();
    final Words words = new Words();
    int line;
    /** Motion that axis words alone repeat: 0 to 3, or -1 for none. */
    int motion = -1;

    boolean ended;
    boolean absolute = true;
    double unitMm = 1;
    double feedMmPerS = Double.NaN;
    double x;
    double y;
    double z;
    double offsetX;
    double offsetY;
    double offsetZ;
    private boolean unitsKnown;
    private boolean unitsMissed;

    Interpreter(MachineModel machine) {
        this.machine = machine;
        planner = new MotionPlanner(machine, violations);
    }

    static Interpreter of(MachineModel machine) {
        return switch (machine.dialect()) {
            case MARLIN -> new MarlinInterpreter(machine);
            case GRBL -> new GrblInterpreter(machine);
        };
    }

    /** Reads the whole program. */
    final void read(String text) {
        int length = text.length();
        int from = 0;
        while (from < length) {
            int to = text.indexOf('\n', from);
            if (to < 0) {
                to = length;
            }
            line++;
            words.read(text, from, to);
            if (words.count > 0 || words.malformedAt >= 0) {
                if (!garbled(text, from)) {
                    execute(text, from, to);
                }
            }
            from = to + 1;
        }
        finish();
        if (!ended) {
            violations.add(Kind.NOT_ENDED, Math.max(line, 1), "", endCodes());
        }
    }

    /** Executes the words just read; {@code text[from, to)} is their line. */
    abstract void execute(String text, int from, int to);

    /** Checks what is only known at the end. */
    abstract void finish();

    /** The codes that end a program, for people. */
    abstract String endCodes();

    /** Whether a checksum is wrong, which means that the line is not to be executed. */
    private boolean garbled(String text, int from) {
        if (words.checksum < 0 || words.count == 0 || words.letters[0] != 'N') {
            return false;
        }
        int sum = 0;
        for (int i = from; i < words.checksumAt; i++) {
            sum ^= text.charAt(i);
        }
        if ((sum & 0xff) == words.checksum) {
            return false;
        }
        violations.add(Kind.CHECKSUM_WRONG, line, "", sum & 0xff, words.checksum);
        return true;
    }

    /** Whether the line could not be read; says so. */
    final boolean malformed(String text, int to) {
        if (words.malformedAt < 0) {
            return false;
        }
        violations.add(Kind.MALFORMED, line, "", excerpt(text, words.malformedAt, to));
        return true;
    }

    static String excerpt(String text, int from, int to) {
        return text.substring(from, Math.min(to, from + 20)).strip();
    }

    final void unknown(char letter, double code) {
        violations.add(Kind.UNKNOWN_CODE, line, "", letter + number(code));
    }

    static String number(double code) {
        return Double.isNaN(code)
                ? ""
                : code == Math.rint(code) ? String.valueOf((long) code) : String.format(Locale.ROOT, "%.1f", code);
    }

    final void units(double mm) {
        unitMm = mm;
        unitsKnown = true;
    }

    final void inches() {
        units(MM_PER_INCH);
    }

    /** Whether axis letters among the words stand without a number; says so. */
    final boolean valueMissing(String letters) {
        for (int i = 0; i < words.count; i++) {
            if (Double.isNaN(words.values[i]) && letters.indexOf(words.letters[i]) >= 0) {
                violations.add(Kind.MALFORMED, line, "value", String.valueOf(words.letters[i]));
                return true;
            }
        }
        return false;
    }

    /** Where an axis word leads, in machine coordinates. */
    final double target(char axis, double current, double offset) {
        double value = words.value(axis, Double.NaN);
        if (Double.isNaN(value)) {
            return current;
        }
        return absolute ? value * unitMm + offset : current + value * unitMm;
    }

    /** G92: the present place gets new coordinates. */
    final void renameHere() {
        offsetX = renamed('X', x, offsetX);
        offsetY = renamed('Y', y, offsetY);
        offsetZ = renamed('Z', z, offsetZ);
    }

    private double renamed(char axis, double current, double offset) {
        double value = words.value(axis, Double.NaN);
        return Double.isNaN(value) ? offset : current - value * unitMm;
    }

    final void straight(
            double toX, double toY, double toZ, double filament, double feed, double power, boolean feedMove) {
        checkUnits();
        checkEnvelope(toX, toY, toZ);
        boolean works = power > 0 || (filament > 0 && (toX != x || toY != y));
        boolean moved = toX != x || toY != y || toZ != z || filament != 0;
        travelled.straight(x, y, z, toX, toY, toZ, filament, works, power, moved);
        planner.move(line, toX, toY, toZ, filament, feed, power, feedMove);
        x = toX;
        y = toY;
        z = toZ;
    }

    /** An arc in the plane G17, cut into chords; the filament is spread evenly. */
    final void arc(boolean clockwise, double toX, double toY, double toZ, double filament, double feed, double power) {
        Arc arc = Arc.of(words, x, y, toX, toY, clockwise, unitMm);
        if (arc == null) {
            violations.add(Kind.ARC_IMPOSSIBLE, line, "", Arc.problem(words, x, y, toX, toY, unitMm));
            straight(toX, toY, toZ, filament, feed, power, true);
            return;
        }
        checkUnits();
        Bounds box = arc.bounds(z, toZ);
        checkEnvelope(box.min().x(), box.min().y(), box.min().z());
        checkEnvelope(box.max().x(), box.max().y(), box.max().z());
        double fromZ = z;
        int chords = chords(arc.radius(), Math.abs(arc.sweep()));
        travelled.arc(box, arc.lengthMm(toZ - z), filament, power);
        for (int i = 1; i < chords; i++) {
            double share = (double) i / chords;
            double chordX = arc.xAt(share);
            double chordY = arc.yAt(share);
            planner.move(line, chordX, chordY, fromZ + (toZ - fromZ) * share, filament / chords, feed, power, i == 1);
        }
        planner.move(line, toX, toY, toZ, filament / chords, feed, power, false);
        x = toX;
        y = toY;
        z = toZ;
    }

    /** How many chords the firmware makes of an arc. */
    abstract int chords(double radius, double sweep);

    private void checkUnits() {
        if (!unitsKnown && !unitsMissed) {
            unitsMissed = true;
            violations.add(Kind.UNITS_MISSING, line, "");
        }
    }

    private void checkEnvelope(double toX, double toY, double toZ) {
        Bounds in = machine.envelope();
        if (outside(toX, in.min().x(), in.max().x())
                || outside(toY, in.min().y(), in.max().y())
                || outside(toZ, in.min().z(), in.max().z())) {
            violations.add(
                    Kind.OUTSIDE_ENVELOPE,
                    line,
                    "",
                    toX,
                    toY,
                    toZ,
                    in.min().x(),
                    in.max().x(),
                    in.min().y(),
                    in.max().y(),
                    in.min().z(),
                    in.max().z());
        }
    }

    private static boolean outside(double value, double min, double max) {
        return value < min - ENVELOPE_SLACK_MM || value > max + ENVELOPE_SLACK_MM;
    }

    /** A heater's new target within its limit; what is too high is said and lowered. NaN when there is no such heater. */
    final double heaterTarget(@Nullable HeaterModel heater, String name, double wantedC) {
        if (heater == null) {
            if (wantedC == 0) {
                return Double.NaN;
            }
            violations.add(Kind.HEATER_ABOVE_LIMIT, line, "none", name, wantedC);
            return Double.NaN;
        }
        if (wantedC > heater.maxC()) {
            violations.add(Kind.HEATER_ABOVE_LIMIT, line, "", name, wantedC, heater.maxC());
        }
        return Math.clamp(wantedC, 0, heater.maxC());
    }

    final void dwell() {
        double seconds = dwellS();
        if (seconds > 0) {
            planner.step(Blocks.DWELL, line, Math.min(seconds, 86_400), true);
        }
        planner.rest();
    }

    /** Seconds that G4 asks for. */
    abstract double dwellS();
}
