/** Losses of pairs of figures, kept on grids and looked up instead of worked out. */
@NullMarked
package org.millwright.nesting.lookup;

import org.jspecify.annotations.NullMarked;
