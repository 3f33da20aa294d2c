/** Prices and carbon of electricity by hour, and carbon factors of materials. */
@NamedInterface("energy")
@NullMarked
package org.millwright.factory.facility.energy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
