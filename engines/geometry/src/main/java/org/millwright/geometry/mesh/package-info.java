/** What a mesh measures, what is wrong with it, and where it is thin or hangs over. */
@NullMarked
package org.millwright.geometry.mesh;

import org.jspecify.annotations.NullMarked;
