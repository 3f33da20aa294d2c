/**
 * Can this be made by this process, what is wrong with it and where? {@link
 * org.millwright.processes.manufacturability.Manufacturability} is the way in; limits are data with their sources.
 */
@NullMarked
package org.millwright.processes.manufacturability;

import org.jspecify.annotations.NullMarked;
