package org.millwright.machines.gcode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.machines.gcode.model.HeaterState;
import org.millwright.machines.gcode.model.MachineModel;
import org.millwright.machines.gcode.model.Violation;
import org.millwright.machines.gcode.model.Violation.Kind;
import org.millwright.machines.gcode.model.Violations;

/**
 * One run of a program: where it is after so many seconds, and what it has used until then. Heaters are given by the
 * machine and go on after the run. Not safe for several threads at once.
 */
public final class ProgramRun {
    private static final double JOULES_PER_WH = 3600;
    /** A heater that has come to its target may be a rounding below it. */
    private static final double TEMPERATURE_SLACK_C = 0.01;

    private final CompiledProgram program;
    private final MachineModel machine;
    private final Blocks b;
    private final @Nullable HeaterState nozzle;
    private final @Nullable HeaterState bed;
    private final Violations violations = new Violations();
    private int at;
    private double intoBlockS;
    private double blockS;
    private boolean cold;
    private double runS;
    private double heatingS;
    private double joules;
    private double filamentMm;
    private double cutLengthMm;
    private int pierces;
    private boolean beamOn;

    public ProgramRun(CompiledProgram program, @Nullable HeaterState nozzle, @Nullable HeaterState bed) {
        this.program = program;
        machine = program.machine();
        b = program.blocks();
        this.nozzle = nozzle;
        this.bed = bed;
        enter();
    }

    public boolean ended() {
        return at == b.count;
    }

    /** Lets the run go on; answers the seconds it took, fewer than given only when it ended. */
    public double advance(double seconds) {
        double used = 0;
        while (at < b.count) {
            double rest = blockS - intoBlockS;
            if (rest > seconds - used) {
                spend(seconds - used);
                intoBlockS += seconds - used;
                return seconds;
            }
            spend(rest);
            used += rest;
            leave();
            at++;
            enter();
        }
        return used;
    }

    /** Lets time pass while the run is held: heaters keep their targets, the machine idles. */
    public void hold(double seconds) {
        joules += heat(seconds) + machine.idleW() * seconds;
        if (at < b.count && b.kind[at] >= Blocks.NOZZLE_WARM) {
            intoBlockS = 0;
            blockS = waitS(b.kind[at]);
        }
    }

    /** Seconds it will still take, found by running a copy to its end. */
    public double remainingS() {
        var rest = new ProgramRun(program, nozzle == null ? null : nozzle.copy(), bed == null ? null : bed.copy());
        rest.at = at;
        rest.intoBlockS = intoBlockS;
        rest.blockS = blockS;
        return rest.advance(Double.MAX_VALUE);
    }

    private void spend(double seconds) {
        if (seconds <= 0) {
            return;
        }
        double watts = machine.idleW();
        if (b.isMove(at)) {
            watts += machine.movingW() + machine.laserW() * b.power[at];
        } else if (b.kind[at] >= Blocks.NOZZLE_WARM) {
            heatingS += seconds;
        }
        joules += heat(seconds) + watts * seconds;
        runS += seconds;
    }

    private double heat(double seconds) {
        return (nozzle == null ? 0 : nozzle.advance(seconds)) + (bed == null ? 0 : bed.advance(seconds));
    }

    /** Finds how long the block at hand takes from the state that the machine is in now. */
    private void enter() {
        intoBlockS = 0;
        cold = false;
        if (at == b.count) {
            blockS = 0;
        } else if (b.isMove(at)) {
            blockS = b.moveS(at);
            cold = b.filament[at] > 0 && coldNozzle();
            if (b.power[at] > 0 && !beamOn) {
                pierces++;
            }
            beamOn = b.power[at] > 0;
        } else {
            blockS = waitS(b.kind[at]);
        }
    }

    private double waitS(int kind) {
        return switch (kind) {
            case Blocks.DWELL -> b.amount[at];
            case Blocks.NOZZLE_WARM -> nozzle == null ? 0 : nozzle.secondsUntilWarm();
            case Blocks.BED_WARM -> bed == null ? 0 : bed.secondsUntilWarm();
            case Blocks.NOZZLE_SETTLED -> nozzle == null ? 0 : nozzle.secondsUntilSettled();
            case Blocks.BED_SETTLED -> bed == null ? 0 : bed.secondsUntilSettled();
            default -> 0;
        };
    }

    private boolean coldNozzle() {
        double temperatureC = nozzle == null ? machine.ambientC() : nozzle.temperatureC();
        if (temperatureC >= machine.minExtrusionC() - TEMPERATURE_SLACK_C) {
            return false;
        }
        violations.add(Kind.COLD_EXTRUSION, b.line[at], "", temperatureC, machine.minExtrusionC());
        return true;
    }

    private void leave() {
        if (b.isMove(at)) {
            filamentMm += cold ? 0 : b.filament[at];
            cutLengthMm += b.power[at] > 0 ? b.amount[at] : 0;
        } else if (b.kind[at] == Blocks.NOZZLE_TARGET && nozzle != null) {
            nozzle.setTargetC(b.amount[at]);
        } else if (b.kind[at] == Blocks.BED_TARGET && bed != null) {
            bed.setTargetC(b.amount[at]);
        }
    }

    private double doneOfBlock() {
        return at < b.count && b.isMove(at) && blockS > 0 ? b.doneAfter(at, intoBlockS) : 0;
    }

    public double runS() {
        return runS;
    }

    /** Seconds spent waiting for heaters. */
    public double heatingS() {
        return heatingS;
    }

    public double energyWh() {
        return joules / JOULES_PER_WH;
    }

    /** Filament pushed less pulled back. */
    public double filamentMm() {
        return filamentMm + (cold || at == b.count ? 0 : doneOfBlock() * b.filament[at]);
    }

    public double cutLengthMm() {
        return cutLengthMm + (at < b.count && b.power[at] > 0 ? doneOfBlock() * b.amount[at] : 0);
    }

    public int pierces() {
        return pierces;
    }

    public double xMm() {
        return between(b.x);
    }

    public double yMm() {
        return between(b.y);
    }

    public double zMm() {
        return between(b.z);
    }

    private double between(float[] places) {
        double from = at == 0 ? 0 : places[at - 1];
        return at == b.count ? from : from + (places[at] - from) * doneOfBlock();
    }

    /** Line of the program at work; 0 before the first and after the last. */
    public int line() {
        return at < b.count ? b.line[at] : 0;
    }

    /** Violations that reading showed, and those that running showed so far, in the order of lines. */
    public List<Violation> violations() {
        var all = new ArrayList<>(program.violations());
        all.addAll(violations.list());
        all.sort(Comparator.comparingInt(Violation::line));
        return List.copyOf(all);
    }
}
