/** Areas as bits on a grid: what costs an exact overlay of outlines thousands of steps costs a mask a few. */
package org.millwright.processes.printing.toolpaths.raster;
