/**
 * Polygons on a grid of 1 µm, what is to be cut, from what, and where everything lies. Lengths are millimetres where a
 * name says Mm and whole micrometres where it says Um.
 */
@NullMarked
package org.millwright.nesting.model;

import org.jspecify.annotations.NullMarked;
