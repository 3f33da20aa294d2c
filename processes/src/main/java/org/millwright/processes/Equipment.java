package org.millwright.processes;

import java.util.Map;

/**
 * A machine as a process sees it.
 *
 * @param model what it is, for people
 * @param widthMm usable x
 * @param depthMm usable y
 * @param heightMm usable z
 * @param values capabilities by name with the unit in the name, for instance {@code nozzleMm=0.4},
 *     {@code accelerationMmPerS2=1000}, {@code laserW=40}; from the factory's own data
 */
public record Equipment(String model, double widthMm, double depthMm, double heightMm, Map<String, Double> values) {
    public Equipment {
        values = Map.copyOf(values);
    }

    /** The same with other values. */
    public Equipment with(Map<String, Double> others) {
        return new Equipment(model, widthMm, depthMm, heightMm, others);
    }
}
