package org.millwright.factory.inventory;

import java.util.UUID;

/**
 * Material of one lot that is promised to one piece of work.
 *
 * @param reference what it is promised to, for instance a build
 * @param quantity mg of a spool, mm² of a sheet
 */
public record Reservation(UUID reference, LotId lot, long quantity) {}
