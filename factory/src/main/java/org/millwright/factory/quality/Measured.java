package org.millwright.factory.quality;

import java.time.Instant;
import org.millwright.factory.planning.unit.UnitId;

/** A value with what it was measured on. */
public record Measured(UnitId unit, double valueMm, boolean ok, Instant at) {}
