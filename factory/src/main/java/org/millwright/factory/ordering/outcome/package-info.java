/** What orders really took, counted from the journal. */
@NamedInterface("outcome")
@NullMarked
package org.millwright.factory.ordering.outcome;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
