/** Shops with families, setups, releases, due dates and shifts, as the searches for tardiness read them. */
@NullMarked
package org.millwright.scheduling.tardiness.shop;

import org.jspecify.annotations.NullMarked;
