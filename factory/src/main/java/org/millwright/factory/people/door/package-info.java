/** What every request passes: who it comes from, and whether its route is open to them. */
@NullMarked
package org.millwright.factory.people.door;

import org.jspecify.annotations.NullMarked;
