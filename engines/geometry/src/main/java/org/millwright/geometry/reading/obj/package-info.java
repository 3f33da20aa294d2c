/** Wavefront OBJ. */
@NullMarked
package org.millwright.geometry.reading.obj;

import org.jspecify.annotations.NullMarked;
