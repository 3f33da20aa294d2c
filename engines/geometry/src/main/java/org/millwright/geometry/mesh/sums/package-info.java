/** Volume, area and moments as sums that do not depend on the order of facets. */
@NullMarked
package org.millwright.geometry.mesh.sums;

import org.jspecify.annotations.NullMarked;
