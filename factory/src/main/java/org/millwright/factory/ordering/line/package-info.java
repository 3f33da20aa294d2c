/** The lines of an order: what of a product was ordered and what is still owed. */
@NamedInterface("line")
@NullMarked
package org.millwright.factory.ordering.line;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
