/** 3MF packages: core, production, materials and beam lattices. */
@NullMarked
package org.millwright.geometry.reading.threemf;

import org.jspecify.annotations.NullMarked;
