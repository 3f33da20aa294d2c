/**
 * Shapes and stock in, placements out: {@link org.millwright.nesting.Nesting} fills sheets, strips and remnants. The
 * data lies in {@code model}, an independent exact check in {@code verification}.
 */
@NullMarked
package org.millwright.nesting;

import org.jspecify.annotations.NullMarked;
