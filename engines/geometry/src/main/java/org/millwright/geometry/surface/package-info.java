/**
 * The surface of a solid as flat arrays: outward normals, areas, neighbours, and a tree of boxes for rays and nearest
 * places. What measurements for manufacturing stand on.
 */
@NullMarked
package org.millwright.geometry.surface;

import org.jspecify.annotations.NullMarked;
