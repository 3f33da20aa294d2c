package org.millwright.machines.gcode;

import java.util.Set;
import org.millwright.machines.gcode.model.MachineModel;
import org.millwright.machines.gcode.model.Violation.Kind;

/** GRBL 1.1 in laser mode: words of several modal groups on one line, executed in the order of RS274/NGC. */
final class GrblInterpreter extends Interpreter {
    /** Codes times ten that change nothing here: plane XY, cutter compensation and path control as they already are. */
    private static final Set<Integer> WITHOUT_EFFECT = Set.of(170, 400, 490, 540, 610, 911, 940);

    private boolean constantPower;
    private boolean dynamicPower;
    private double spindle;
    private boolean machineCoordinates;
    private boolean dwells;
    private int pending;

    GrblInterpreter(MachineModel machine) {
        super(machine);
        motion = 0;
    }

    @Override
    void execute(String text, int from, int to) {
        if (words.count == 0 && text.charAt(words.malformedAt) == '$') {
            violations.add(Kind.UNKNOWN_CODE, line, "", excerpt(text, words.malformedAt, to));
            return;
        }
        if (malformed(text, to) || valueMissing("GMFSXYZIJRPTN")) {
            return;
        }
        machineCoordinates = false;
        dwells = false;
        pending = -1;
        for (int i = 0; i < words.count; i++) {
            if (words.letters[i] == 'G') {
                general((int) Math.round(words.values[i] * 10), words.values[i]);
            }
        }
        if (words.has('F')) {
            feedMmPerS = words.value('F', 0) * unitMm / 60;
        }
        spindle = Math.clamp(words.value('S', spindle), 0, machine.maxS());
        for (int i = 0; i < words.count; i++) {
            other(words.letters[i], words.values[i]);
        }
        if (dwells) {
            dwell();
        }
        boolean axes = words.has('X') || words.has('Y') || words.has('Z');
        if (pending >= 0) {
            special(axes);
        } else if (axes) {
            move();
        } else if (motion >= 2 && (words.has('I') || words.has('J') || words.has('R'))) {
            violations.add(Kind.ARC_IMPOSSIBLE, line, "axes");
        }
    }

    private void general(int code, double value) {
        switch (code) {
            case 0, 10, 20, 30 -> motion = code / 10;
            case 40 -> dwells = true;
            case 200 -> inches();
            case 210 -> units(1);
            case 530 -> machineCoordinates = true;
            case 800 -> motion = -1;
            case 900 -> absolute = true;
            case 910 -> absolute = false;
            case 280, 300, 920, 921 -> pending = code;
            case 180, 190 -> violations.add(Kind.UNKNOWN_CODE, line, "plane", "G" + code / 10);
            default -> {
                if (!WITHOUT_EFFECT.contains(code)) {
                    unknown('G', value);
                }
            }
        }
    }

    private void other(char letter, double value) {
        if (letter == 'M') {
            switch ((int) Math.round(value * 10)) {
                case 0, 10 -> {
                    violations.add(Kind.NEEDS_A_PERSON, line, "", "M" + number(value));
                    planner.rest();
                }
                case 20, 300 -> end();
                case 30 -> beam(true, false);
                case 40 -> beam(false, true);
                case 50 -> beam(false, false);
                case 70, 80, 90 -> planner.rest();
                default -> unknown('M', value);
            }
        } else if (letter == 'T' && value != 0) {
            violations.add(Kind.UNKNOWN_CODE, line, "tool", (int) value);
        } else if ("GNFSXYZIJRPTK".indexOf(letter) < 0) {
            unknown(letter, value);
        }
    }

    /** GRBL lets its planner run empty before it changes the state of the beam. */
    private void beam(boolean constant, boolean dynamic) {
        if (constant != constantPower || dynamic != dynamicPower) {
            planner.rest();
        }
        constantPower = constant;
        dynamicPower = dynamic;
        if (!constant && !dynamic) {
            travelled.beamOff();
        }
    }

    private void end() {
        if ((constantPower || dynamicPower) && spindle > 0) {
            violations.add(Kind.LASER_LEFT_ON, line, "", spindle);
        }
        beam(false, false);
        ended = true;
        planner.rest();
    }

    private void special(boolean axes) {
        switch (pending) {
            case 280, 300 -> {
                if (axes) {
                    rapid(target('X', x, offsetX), target('Y', y, offsetY), target('Z', z, offsetZ));
                }
                rapid(0, 0, 0);
            }
            case 920 -> renameHere();
            default -> {
                offsetX = 0;
                offsetY = 0;
                offsetZ = 0;
            }
        }
    }

    private void move() {
        double toX = target('X', x, machineCoordinates ? 0 : offsetX);
        double toY = target('Y', y, machineCoordinates ? 0 : offsetY);
        double toZ = target('Z', z, machineCoordinates ? 0 : offsetZ);
        if (motion <= 0) {
            rapid(toX, toY, toZ);
            return;
        }
        double feed = feedMmPerS;
        if (!(feed > 0)) {
            violations.add(Kind.FEED_MISSING, line, "");
            feed = Math.min(machine.xAxis().maxFeedMmPerS(), machine.yAxis().maxFeedMmPerS());
        }
        double power = constantPower || dynamicPower ? spindle / machine.maxS() : 0;
        if (motion == 1) {
            straight(toX, toY, toZ, 0, feed, power, true);
        } else {
            arc(motion == 2, toX, toY, toZ, 0, feed, power);
        }
    }

    /** In laser mode the beam is off in rapid moves; a machine without that mode would burn with M3. */
    private void rapid(double toX, double toY, double toZ) {
        if (constantPower && spindle > 0) {
            violations.add(Kind.LASER_ON_DURING_RAPID, line, "", spindle);
        }
        straight(toX, toY, toZ, 0, Double.POSITIVE_INFINITY, 0, false);
    }

    @Override
    double dwellS() {
        return words.value('P', 0);
    }

    /** GRBL 1.1, mc_arc. */
    @Override
    int chords(double radius, double sweep) {
        double tolerance = Math.min(machine.arcToleranceMm(), radius);
        return Math.max(1, (int) Math.floor(0.5 * sweep * radius / Math.sqrt(tolerance * (2 * radius - tolerance))));
    }

    @Override
    void finish() {
        if (!ended && (constantPower || dynamicPower) && spindle > 0) {
            violations.add(Kind.LASER_LEFT_ON, Math.max(line, 1), "", spindle);
        }
        planner.rest();
    }

    @Override
    String endCodes() {
        return "M2 or M30";
    }
}
