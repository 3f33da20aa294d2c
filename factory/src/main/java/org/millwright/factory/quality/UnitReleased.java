package org.millwright.factory.quality;

import java.util.UUID;
import org.millwright.factory.planning.unit.UnitId;

/**
 * A unit passed inspection, or was released by a person's decision.
 *
 * @param reference the order line it was made for
 */
public record UnitReleased(UnitId unit, UUID reference) {}
