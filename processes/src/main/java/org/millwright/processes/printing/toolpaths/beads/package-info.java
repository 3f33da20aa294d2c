/**
 * Lines in walls too narrow for their full number: how many lines share the local width, how wide each is drawn and where
 * lines begin and end, after Kuipers, Doubrovski, Wu and Wang, "A framework for adaptive width control of dense
 * contour-parallel toolpaths in fused deposition modeling" (2020). The skeleton is not built as a graph: every place on the
 * boundary knows the largest ball that touches it from inside, and two places that share a ball are opposite each other.
 */
@NullMarked
package org.millwright.processes.printing.toolpaths.beads;

import org.jspecify.annotations.NullMarked;
