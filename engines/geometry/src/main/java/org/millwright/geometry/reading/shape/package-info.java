/** From triangles and curves to shapes: welding, joining, guessing the unit. */
@NullMarked
package org.millwright.geometry.reading.shape;

import org.jspecify.annotations.NullMarked;
