/** Figures of the scheduling engine on published and made-up instances, beside CP-SAT in the same run. */
@NullMarked
package org.millwright.bench.scheduling;

import org.jspecify.annotations.NullMarked;
