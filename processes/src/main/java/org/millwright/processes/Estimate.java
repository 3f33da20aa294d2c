package org.millwright.processes;

import java.time.Duration;
import java.util.Map;

/**
 * What one unit takes.
 *
 * @param machineTime time of the run that this unit adds when it shares plate or sheet with others
 * @param buildTime time per run whatever is on it: heating, homing, first moves
 * @param partMassG mass that ends in the part
 * @param consumedMassG mass taken from stock for it, waste included
 * @param consumedAreaMm2 area of stock taken for it, waste included; 0 for filament
 * @param terms the figures it was computed from, by name with the unit in the name, for explanations
 */
public record Estimate(
        Duration machineTime,
        Duration buildTime,
        double partMassG,
        double consumedMassG,
        double consumedAreaMm2,
        Map<String, Double> terms) {
    public Estimate {
        terms = Map.copyOf(terms);
    }
}
