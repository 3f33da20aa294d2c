/** CP-SAT: proofs for small shops, and windows of plans of larger ones. */
@NullMarked
package org.millwright.scheduling.makespan.exact;

import org.jspecify.annotations.NullMarked;
