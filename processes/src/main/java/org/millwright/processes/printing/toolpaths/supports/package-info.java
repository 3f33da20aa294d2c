/**
 * Supports under what hangs over: where they are needed, columns on a grid of blocks from there down to the bed or the part,
 * in layers of their own, and the lines that draw them.
 */
@NullMarked
package org.millwright.processes.printing.toolpaths.supports;

import org.jspecify.annotations.NullMarked;
