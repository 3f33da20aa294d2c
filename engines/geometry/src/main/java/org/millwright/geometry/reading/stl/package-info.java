/** STL, binary and text. */
@NullMarked
package org.millwright.geometry.reading.stl;

import org.jspecify.annotations.NullMarked;
