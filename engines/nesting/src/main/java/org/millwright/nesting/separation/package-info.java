/**
 * Search by separation: parts may overlap, and guided local search drives the overlaps out, in ever less room. The README
 * of this library explains it.
 */
@NullMarked
package org.millwright.nesting.separation;

import org.jspecify.annotations.NullMarked;
