package org.millwright.machines.gcode;

import java.util.List;
import org.millwright.machines.gcode.model.MachineModel;
import org.millwright.machines.gcode.model.Violation;
import org.millwright.machines.gcode.model.Violations;

/** A program read and planned for one machine, starting at its home position. Immutable once made. */
public final class CompiledProgram {
    private final MachineModel machine;
    private final Blocks blocks;
    private final Travelled travelled;
    private final Violations violations;

    private CompiledProgram(MachineModel machine, Interpreter read) {
        this.machine = machine;
        blocks = read.planner.blocks;
        travelled = read.travelled;
        violations = read.violations;
    }

    /**
     * Reads and plans a program. Whatever is wrong with it is recorded, not thrown.
     *
     * @throws ProgramTooLong when it has more than five million moves
     */
    public static CompiledProgram compile(String text, MachineModel machine) {
        var interpreter = Interpreter.of(machine);
        interpreter.read(text);
        interpreter.planner.blocks.trim();
        LookAhead.plan(interpreter.planner.blocks, machine.lookAheadMoves());
        return new CompiledProgram(machine, interpreter);
    }

    /** Violations that show in reading alone; cold extrusion shows only when it runs. */
    public List<Violation> violations() {
        return violations.list();
    }

    /** Commands that move something. */
    public int moves() {
        return travelled.moves;
    }

    MachineModel machine() {
        return machine;
    }

    Blocks blocks() {
        return blocks;
    }

    Travelled travelled() {
        return travelled;
    }
}
