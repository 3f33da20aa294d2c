/** What orders really took, counted from the journal. */
@NullMarked
package org.millwright.factory.ordering.outcome;

import org.jspecify.annotations.NullMarked;
