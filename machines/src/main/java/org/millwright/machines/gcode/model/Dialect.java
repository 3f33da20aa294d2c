package org.millwright.machines.gcode.model;

/** Which firmware's reading of G-code applies. */
public enum Dialect {
    /** Marlin 2: one command per line, extruder and heaters, classic jerk. */
    MARLIN,
    /** GRBL 1.1 in laser mode ($32=1): several words per line, modal groups, junction deviation. */
    GRBL
}
