/** Linear programs that push parts together, or apart, all at once. */
@NullMarked
package org.millwright.nesting.compaction;

import org.jspecify.annotations.NullMarked;
