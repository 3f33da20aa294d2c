/** How thick a solid is: largest spheres inside it that touch its surface. */
@NullMarked
package org.millwright.geometry.thickness;

import org.jspecify.annotations.NullMarked;
