/**
 * Printing parts from filament on Marlin-speaking machines: checks, settings, a built-in slicer with its time and material
 * model, and what to look at afterwards. {@link org.millwright.processes.printing.FilamentPrinting} is the way in;
 * {@code toolpaths} turns slices into lines, {@code program} turns lines into a program, {@code external} runs PrusaSlicer.
 */
package org.millwright.processes.printing;
