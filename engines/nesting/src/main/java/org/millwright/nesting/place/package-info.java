/**
 * Places parts one after the other, each as far left and then as low as it goes. Shapes are cut into trapezoids by
 * vertical lines; for a part at a given x, each pair of trapezoids forbids one interval of y, and the lowest y outside
 * all intervals is free. Holes are free space like any other.
 */
@NullMarked
package org.millwright.nesting.place;

import org.jspecify.annotations.NullMarked;
