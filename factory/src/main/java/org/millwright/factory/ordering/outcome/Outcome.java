package org.millwright.factory.ordering.outcome;

import org.millwright.factory.platform.money.Money;

/**
 * What an order really took so far, counted from the journal: what machines reported, what left the stock, and how long people
 * worked. Of a plate or sheet shared with other orders it carries its units' share. Lost units count.
 *
 * @param runS time on machines, in seconds
 * @param workS time of people, from start to end of their steps, in seconds
 * @param materialG taken from stock, in grams
 * @param energyWh taken by machines while running, in watt-hours
 * @param carbonKg material and electricity by their factors, packing and transport as in passports, in kg CO₂ equivalents
 * @param sheetMm2 of sheets, this order's share of the area that was taken, waste included; 0 for other materials
 * @param partsMm2 what of it its parts cover
 */
public record Outcome(
        double runS,
        double workS,
        double materialG,
        double energyWh,
        double carbonKg,
        Money materialCost,
        Money machineCost,
        Money energyCost,
        Money workCost,
        Money packingCost,
        double sheetMm2,
        double partsMm2) {
    /** All costs together, without overhead and margin. */
    public Money cost() {
        return materialCost.plus(machineCost).plus(energyCost).plus(workCost).plus(packingCost);
    }
}
