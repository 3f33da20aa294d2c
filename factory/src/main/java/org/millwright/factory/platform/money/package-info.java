/** Amounts of money, exact to the minor unit. */
@NullMarked
package org.millwright.factory.platform.money;

import org.jspecify.annotations.NullMarked;
