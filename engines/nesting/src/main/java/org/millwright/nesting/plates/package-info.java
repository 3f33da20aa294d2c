/** Build plates of filament printers: which parts share a plate, where they stand, and in which order they are printed. */
@NullMarked
package org.millwright.nesting.plates;

import org.jspecify.annotations.NullMarked;
