/** Where the facility keeps its machines, people, sendings and times out of order, and its lines in the journal. */
@NullMarked
package org.millwright.factory.facility.store;

import org.jspecify.annotations.NullMarked;
