/** How much of its budget a search has spent, on each of its threads and all together. */
@NullMarked
package org.millwright.nesting.pacing;

import org.jspecify.annotations.NullMarked;
