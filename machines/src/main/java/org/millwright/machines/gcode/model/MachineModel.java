package org.millwright.machines.gcode.model;

import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Bounds;

/** What the execution of a program has to know of a machine. Lengths mm, times s, powers W, temperatures °C. */
public interface MachineModel {
    Dialect dialect();

    /** Where the tool may go, in machine coordinates. */
    Bounds envelope();

    AxisLimits xAxis();

    AxisLimits yAxis();

    AxisLimits zAxis();

    /** The extruder; of no meaning for a machine that has none. */
    AxisLimits extruder();

    double printAccelerationMmPerS2();

    double travelAccelerationMmPerS2();

    double retractAccelerationMmPerS2();

    /** GRBL $11. */
    double junctionDeviationMm();

    /** GRBL $12: how far a chord may lie from its arc; Marlin cuts arcs into chords of 1 mm instead. */
    double arcToleranceMm();

    /** How many moves the planner sees at once: 16 in both firmwares as delivered. */
    int lookAheadMoves();

    /** Speed of homing on x and y; z homes at its maximum feed. */
    double homingMmPerS();

    @Nullable
    HeaterModel nozzle();

    @Nullable
    HeaterModel bed();

    /** Filament is not pushed below this nozzle temperature (Marlin EXTRUDE_MINTEMP). */
    double minExtrusionC();

    double ambientC();

    double idleW();

    /** On top of idle while an axis moves. */
    double movingW();

    /** Electrical power of the beam at full S. */
    double laserW();

    /** GRBL $30: the S word that means full power. */
    double maxS();
}
