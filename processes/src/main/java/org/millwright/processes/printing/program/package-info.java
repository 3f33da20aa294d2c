/**
 * From drawn lines to a running program: {@link org.millwright.processes.printing.program.PlatePrint} orders the lines of
 * all units on a plate layer by layer and writes them for Marlin, timing every move on the way.
 */
package org.millwright.processes.printing.program;
