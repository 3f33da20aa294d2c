/** What follows a layout on its way to the cutter: lines cut once for two parts, ways in, and what is left of a sheet. */
@NullMarked
package org.millwright.nesting.cutting;

import org.jspecify.annotations.NullMarked;
