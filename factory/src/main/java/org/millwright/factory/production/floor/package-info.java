/** One round on the floor: ask the machines, gather the facts, decide, carry out; and the loop that does it again and again. */
@NullMarked
package org.millwright.factory.production.floor;

import org.jspecify.annotations.NullMarked;
