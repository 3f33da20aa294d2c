package org.millwright.factory.quality;

import java.util.UUID;
import org.millwright.factory.planning.unit.UnitId;

/**
 * A unit is lost; the order owes another one.
 *
 * @param reference the order line it was made for
 */
public record UnitRejected(UnitId unit, UUID reference) {}
