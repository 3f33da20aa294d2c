package org.millwright.factory.production;

import java.util.UUID;
import org.millwright.factory.planning.unit.UnitId;

/**
 * A unit was lost on the floor.
 *
 * @param reference the order line it was made for
 */
public record UnitScrapped(UnitId unit, UUID reference) {}
