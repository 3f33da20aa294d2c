package org.millwright.factory.inventory;

/** A lot must not be used any more. */
public record LotQuarantined(LotId lot) {}
