/** SVG drawings. */
@NullMarked
package org.millwright.geometry.reading.svg;

import org.jspecify.annotations.NullMarked;
