/**
 * G-code programs: reading (Marlin and GRBL dialects), planning of acceleration-limited motion, and execution against a
 * {@link org.millwright.machines.gcode.model.MachineModel}. Computation only: no clock, no network, no logging. The way in is
 * {@link org.millwright.machines.gcode.ProgramExecution}; whoever needs to run a program step by step compiles it with
 * {@link org.millwright.machines.gcode.CompiledProgram} and advances a {@link org.millwright.machines.gcode.ProgramRun}.
 */
@org.jspecify.annotations.NullMarked
package org.millwright.machines.gcode;
