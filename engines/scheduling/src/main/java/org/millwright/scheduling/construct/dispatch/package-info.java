/** Builds complete plans from dispatch rules or orders. */
@NullMarked
package org.millwright.scheduling.construct.dispatch;

import org.jspecify.annotations.NullMarked;
