/** Work that nobody began moves on by itself. */
@NullMarked
package org.millwright.factory.planning.overdue;

import org.jspecify.annotations.NullMarked;
