/**
 * Mends meshes by named steps and says what each of them did to the volume. {@link org.millwright.geometry.repair.MeshRepair}
 * is the front door; nothing is ever changed without an action that tells of it.
 */
@NullMarked
package org.millwright.geometry.repair;

import org.jspecify.annotations.NullMarked;
