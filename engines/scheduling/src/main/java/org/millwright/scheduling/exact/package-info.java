/** The factory model for CP-SAT: windows of a plan that are searched whole, and proofs where the whole plan is a window. */
@NullMarked
package org.millwright.scheduling.exact;

import org.jspecify.annotations.NullMarked;
