package org.millwright.machines.gcode;

import org.millwright.machines.gcode.model.HeaterModel;
import org.millwright.machines.gcode.model.HeaterState;
import org.millwright.machines.gcode.model.MachineModel;

/** Runs programs from begin to end without a machine. */
public final class ProgramExecution {
    private ProgramExecution() {}

    /**
     * Runs a program once, from a cold machine at home.
     *
     * @param text the whole program, in the machine's dialect
     * @throws ProgramTooLong when it has more than five million moves
     */
    public static ExecutionReport run(String text, MachineModel machine) {
        var program = CompiledProgram.compile(text, machine);
        HeaterModel nozzle = machine.nozzle();
        HeaterModel bed = machine.bed();
        var run = new ProgramRun(
                program,
                nozzle == null ? null : new HeaterState(nozzle, machine.ambientC()),
                bed == null ? null : new HeaterState(bed, machine.ambientC()));
        run.advance(Double.MAX_VALUE);
        Travelled travelled = program.travelled();
        return new ExecutionReport(
                run.runS(),
                run.heatingS(),
                travelled.extents(),
                travelled.workExtents(),
                travelled.filamentMm,
                travelled.cutLengthMm,
                travelled.moves,
                travelled.layers,
                travelled.pierces,
                run.energyWh(),
                run.violations());
    }
}
