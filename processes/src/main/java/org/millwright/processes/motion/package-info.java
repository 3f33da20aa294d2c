/**
 * How long a machine takes for a sequence of moves. The model is the one firmware uses: every move is a trapezoid of
 * speed over time, corners are passed at the speed that jerk (Marlin) or junction deviation (GRBL) allows, and a
 * look-ahead over the coming moves makes sure that the machine can always stop in time. Estimates and programs use the
 * same clock, so they agree.
 */
package org.millwright.processes.motion;
