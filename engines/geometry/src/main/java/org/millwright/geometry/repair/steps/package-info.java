/** The single steps of {@link org.millwright.geometry.repair.MeshRepair}, each from a mesh to a mended one, and what they share. */
@NullMarked
package org.millwright.geometry.repair.steps;

import org.jspecify.annotations.NullMarked;
