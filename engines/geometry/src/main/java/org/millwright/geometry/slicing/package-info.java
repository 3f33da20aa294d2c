/** Horizontal sections of a mesh. */
@NullMarked
package org.millwright.geometry.slicing;

import org.jspecify.annotations.NullMarked;
