package org.millwright.factory.passport;

import java.time.Instant;
import org.millwright.factory.planning.unit.UnitId;

/**
 * The signed record of one unit.
 *
 * @param json the whole document with its signature, byte for byte as it was signed
 */
public record Passport(UnitId unit, String serial, String json, Instant issuedAt) {}
