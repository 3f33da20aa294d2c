package org.millwright.machines.gcode;

import org.millwright.machines.gcode.model.MachineModel;
import org.millwright.machines.gcode.model.Violation.Kind;

/** Marlin 2: one command per line. */
final class MarlinInterpreter extends Interpreter {
    /** Marlin MM_PER_ARC_SEGMENT and MIN_CIRCLE_SEGMENTS. */
    private static final double CHORD_MM = 1;

    private static final int LEAST_CHORDS_PER_CIRCLE = 72;
    private static final double DEFAULT_FEED_MM_PER_S = 25;

    private boolean relativeExtrusion;
    private double extruded;
    private double feedShare = 1;
    private double flowShare = 1;

    MarlinInterpreter(MachineModel machine) {
        super(machine);
        feedMmPerS = DEFAULT_FEED_MM_PER_S;
    }

    @Override
    void execute(String text, int from, int to) {
        int first = words.letters[0] == 'N' && words.count > 1 ? 1 : 0;
        if (words.count == 0) {
            malformed(text, to);
            return;
        }
        char letter = words.letters[first];
        double value = words.values[first];
        // One decimal: G92.1 and M862.3 are codes of their own.
        int code = Double.isNaN(value) ? -1 : (int) Math.round(value * 10);
        if ((letter == 'M' && MarlinCodes.takesText(code)) || malformed(text, to) || (code < 0 && letter == 'N')) {
            return;
        }
        if (letter == 'G') {
            general(code, value);
        } else if (letter == 'M') {
            miscellaneous(code, value);
        } else if (letter == 'T') {
            if (code != 0) {
                violations.add(Kind.UNKNOWN_CODE, line, "tool", (int) value);
            }
        } else if (motion >= 0 && "XYZE".indexOf(letter) >= 0) {
            move(motion);
        } else {
            unknown(letter, value);
        }
    }

    private void general(int code, double value) {
        switch (code) {
            case 0, 10, 20, 30 -> move(code / 10);
            case 40 -> dwell();
            case 200 -> inches();
            case 210 -> units(1);
            case 280 -> home();
            case 900 -> absolute = true;
            case 910 -> absolute = false;
            case 920 -> rename();
            default -> {
                if (!MarlinCodes.isKnownGeneral(code)) {
                    unknown('G', value);
                }
            }
        }
    }

    private void move(int newMotion) {
        if (valueMissing("XYZEFIJR")) {
            return;
        }
        motion = newMotion;
        double feed = words.value('F', Double.NaN);
        if (feed > 0) {
            feedMmPerS = feed * unitMm / 60;
        }
        double filament = 0;
        if (words.has('E')) {
            double e = words.value('E', 0) * unitMm;
            boolean relative = relativeExtrusion || !absolute;
            filament = (relative ? e : e - extruded) * flowShare;
            extruded = relative ? extruded + e : e;
        }
        double toX = target('X', x, offsetX);
        double toY = target('Y', y, offsetY);
        double toZ = target('Z', z, offsetZ);
        if (motion >= 2) {
            arc(motion == 2, toX, toY, toZ, filament, feedMmPerS * feedShare, 0);
        } else {
            straight(toX, toY, toZ, filament, feedMmPerS * feedShare, 0, true);
        }
    }

    /** Homes x and y at homing speed, then z. */
    private void home() {
        boolean all = !words.has('X') && !words.has('Y') && !words.has('Z');
        planner.rest();
        boolean homeX = all || words.has('X');
        boolean homeY = all || words.has('Y');
        planner.move(line, homeX ? 0 : x, homeY ? 0 : y, z, 0, machine.homingMmPerS(), 0, false);
        x = homeX ? 0 : x;
        y = homeY ? 0 : y;
        offsetX = homeX ? 0 : offsetX;
        offsetY = homeY ? 0 : offsetY;
        if (all || words.has('Z')) {
            planner.rest();
            planner.move(line, x, y, 0, 0, Double.POSITIVE_INFINITY, 0, false);
            z = 0;
            offsetZ = 0;
        }
        planner.rest();
    }

    private void rename() {
        boolean all = words.find('X', 0) < 0 && words.find('Y', 0) < 0 && words.find('Z', 0) < 0 && !words.has('E');
        if (all) {
            offsetX = x;
            offsetY = y;
            offsetZ = z;
            extruded = 0;
            return;
        }
        renameHere();
        extruded = words.has('E') ? words.value('E', 0) * unitMm : extruded;
    }

    private void miscellaneous(int code, double value) {
        switch (code) {
            case 0, 10, 6000 -> {
                violations.add(Kind.NEEDS_A_PERSON, line, "", "M" + code / 10);
                planner.rest();
            }
            case 20, 300, 180, 840 -> {
                ended = true;
                planner.rest();
            }
            case 820 -> relativeExtrusion = false;
            case 830 -> relativeExtrusion = true;
            case 1040, 1090 -> nozzle(code == 1090);
            case 1400, 1900 -> bed(code == 1900);
            case 2010 -> lower(planner.maxAcceleration, planner.machineAcceleration);
            case 2030 -> lower(planner.maxFeed, planner.machineFeed);
            case 2040 -> accelerations();
            case 2050 -> jerk();
            case 2200 -> feedShare = words.value('S', feedShare * 100) / 100;
            case 2210 -> flowShare = words.value('S', flowShare * 100) / 100;
            case 4000 -> planner.rest();
            default -> {
                if (!MarlinCodes.isKnownMiscellaneous(code)) {
                    unknown('M', value);
                }
            }
        }
    }

    private void nozzle(boolean wait) {
        double wanted = words.value('S', words.value('R', Double.NaN));
        heat(heaterTarget(machine.nozzle(), "nozzle", wanted), Blocks.NOZZLE_TARGET);
        if (wait && machine.nozzle() != null) {
            planner.step(words.has('R') ? Blocks.NOZZLE_SETTLED : Blocks.NOZZLE_WARM, line, 0, true);
        }
    }

    private void bed(boolean wait) {
        double wanted = words.value('S', words.value('R', Double.NaN));
        heat(heaterTarget(machine.bed(), "bed", wanted), Blocks.BED_TARGET);
        if (wait && machine.bed() != null) {
            planner.step(words.has('R') ? Blocks.BED_SETTLED : Blocks.BED_WARM, line, 0, true);
        }
    }

    private void heat(double targetC, int kind) {
        if (!Double.isNaN(targetC)) {
            planner.step(kind, line, targetC, false);
        }
    }

    /** M201, M203: a program may lower what the machine can do, not raise it. */
    private void lower(double[] values, double[] most) {
        for (int i = 0; i < values.length; i++) {
            double wanted = words.value("XYZE".charAt(i), Double.NaN) * unitMm;
            if (wanted > 0) {
                values[i] = Math.min(wanted, most[i]);
            }
        }
    }

    /** M205. */
    private void jerk() {
        for (int i = 0; i < planner.jerk.length; i++) {
            double wanted = words.value("XYZE".charAt(i), Double.NaN) * unitMm;
            planner.jerk[i] = wanted >= 0 ? wanted : planner.jerk[i];
        }
    }

    private void accelerations() {
        double both = words.value('S', Double.NaN);
        if (both > 0) {
            planner.printAcceleration = both;
            planner.travelAcceleration = both;
        }
        planner.printAcceleration = positive('P', planner.printAcceleration);
        planner.retractAcceleration = positive('R', planner.retractAcceleration);
        planner.travelAcceleration = positive('T', planner.travelAcceleration);
    }

    private double positive(char letter, double otherwise) {
        double value = words.value(letter, otherwise);
        return value > 0 ? value : otherwise;
    }

    @Override
    double dwellS() {
        return words.has('S') ? words.value('S', 0) : words.value('P', 0) / 1000;
    }

    @Override
    int chords(double radius, double sweep) {
        double least = LEAST_CHORDS_PER_CIRCLE * sweep / (2 * Math.PI);
        return Math.max(1, (int) Math.ceil(Math.max(Math.min(least, radius * sweep / 0.1), radius * sweep / CHORD_MM)));
    }

    @Override
    void finish() {
        planner.rest();
    }

    @Override
    String endCodes() {
        return "M84, M18, M2 or M30";
    }
}
