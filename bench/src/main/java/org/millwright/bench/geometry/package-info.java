/** The geometry engine against tables of known values and against other programs. */
@org.jspecify.annotations.NullMarked
package org.millwright.bench.geometry;
