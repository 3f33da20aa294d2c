/**
 * What a solid consists of, as far as making it matters: holes, pins and rounded corners as cylinders, undersides and
 * bridges, enclosed cavities, thin and massive places, what tools can reach from which side, and how best to lay it down.
 */
@NullMarked
package org.millwright.geometry.features;

import org.jspecify.annotations.NullMarked;
