/** How inspections are opened and judged, and what follows from a nonconformance. */
@NullMarked
package org.millwright.factory.quality.judging;

import org.jspecify.annotations.NullMarked;
