/** Pieces of sheets in stock, whole ones and what is left of others. */
@NamedInterface("sheet")
@NullMarked
package org.millwright.factory.inventory.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
