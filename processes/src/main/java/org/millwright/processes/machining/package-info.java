/**
 * What milling and laser cutting take, from tables of materials whose figures carry their sources. {@link
 * org.millwright.processes.machining.MillingEstimate} and {@link org.millwright.processes.machining.CuttingSpeeds} are the
 * ways in.
 */
@NullMarked
package org.millwright.processes.machining;

import org.jspecify.annotations.NullMarked;
