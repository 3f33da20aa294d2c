package org.millwright.factory.planning;

import java.util.UUID;

/** A unit became something else; {@code reference} is its order line. */
public record UnitChanged(UnitId unit, UUID reference, UnitState state) {}
