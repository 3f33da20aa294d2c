package org.millwright.factory.planning;

import java.util.UUID;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.planning.unit.UnitState;

/** A unit became something else; {@code reference} is its order line. */
public record UnitChanged(UnitId unit, UUID reference, UnitState state) {}
