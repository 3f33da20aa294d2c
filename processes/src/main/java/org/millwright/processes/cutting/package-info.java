/**
 * Cutting flat parts out of sheets with a laser on a GRBL controller. The one place that knows how: kerf, lead-ins, the
 * order of cuts, the program, and what to look at afterwards.
 */
package org.millwright.processes.cutting;
