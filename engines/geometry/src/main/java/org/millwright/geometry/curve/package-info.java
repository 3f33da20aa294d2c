/** Curves of drawings, their affine images, and their flattening to straight segments within a chord error. */
@NullMarked
package org.millwright.geometry.curve;

import org.jspecify.annotations.NullMarked;
