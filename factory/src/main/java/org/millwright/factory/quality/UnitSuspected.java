package org.millwright.factory.quality;

import java.util.UUID;
import org.millwright.factory.planning.unit.UnitId;

/**
 * A unit may not be good; it stays where it is until a person decides.
 *
 * @param reference the order line it was made for
 */
public record UnitSuspected(UnitId unit, UUID reference) {}
