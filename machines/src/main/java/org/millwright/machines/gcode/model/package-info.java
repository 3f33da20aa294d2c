/** What a machine can do and has: axes and their limits, heaters, its dialect, and what it refuses. */
@NullMarked
package org.millwright.machines.gcode.model;

import org.jspecify.annotations.NullMarked;
