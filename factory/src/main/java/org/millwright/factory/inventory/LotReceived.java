package org.millwright.factory.inventory;

/** A lot came into stock: bought, left over from a sheet, or freed from quarantine. */
public record LotReceived(LotId lot) {}
