/**
 * The union of closed bodies. Faces of different bodies are cut along the lines where they meet, and each piece is kept
 * when it has the inside of some body behind it and none before it, by winding numbers. Which side of a plane a point
 * lies on is decided exactly; points where lines and planes meet are rounded to double precision and joined when nearer
 * than a billionth of the whole, so that the result closes. What touches without overlapping stays apart.
 */
@NullMarked
package org.millwright.geometry.repair.union;

import org.jspecify.annotations.NullMarked;
