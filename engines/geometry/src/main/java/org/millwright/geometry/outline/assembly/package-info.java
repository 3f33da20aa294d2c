/** From the loose lines and arcs of a drawing to closed loops. */
@NullMarked
package org.millwright.geometry.outline.assembly;

import org.jspecify.annotations.NullMarked;
