/** What no plan of a shop undercuts, from prices of machine time. */
@NullMarked
package org.millwright.scheduling.tardiness.bound;

import org.jspecify.annotations.NullMarked;
