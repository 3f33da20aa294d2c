/** What people do with material, as postings of the ledger. */
@NullMarked
package org.millwright.factory.inventory.posting;

import org.jspecify.annotations.NullMarked;
