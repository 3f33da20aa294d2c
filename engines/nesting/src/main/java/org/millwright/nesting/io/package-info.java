/**
 * Strip packing instances and layouts as JSON, layouts as SVG: {@link org.millwright.nesting.io.StripNesting} is the
 * entry.
 */
@NullMarked
package org.millwright.nesting.io;

import org.jspecify.annotations.NullMarked;
