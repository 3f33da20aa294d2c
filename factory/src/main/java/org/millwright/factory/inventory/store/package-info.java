/** Where inventory keeps its lots, materials, reservations and the lines of its ledger. */
@NullMarked
package org.millwright.factory.inventory.store;

import org.jspecify.annotations.NullMarked;
