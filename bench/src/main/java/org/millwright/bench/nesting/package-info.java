/** Figures of the nesting engine: densities against the best known, fuzzing, holes. */
@NullMarked
package org.millwright.bench.nesting;

import org.jspecify.annotations.NullMarked;
