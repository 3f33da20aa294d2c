/** Looking for orders: what is wanted and what was found. */
@NamedInterface("search")
@NullMarked
package org.millwright.factory.ordering.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
