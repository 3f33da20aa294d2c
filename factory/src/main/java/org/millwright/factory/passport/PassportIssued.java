package org.millwright.factory.passport;

import java.util.UUID;
import org.millwright.factory.planning.unit.UnitId;

/**
 * A unit got its passport.
 *
 * @param reference the order line it was made for
 */
public record PassportIssued(UnitId unit, UUID reference) {}
