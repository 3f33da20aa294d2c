package org.millwright.processes;

/**
 * A limit of what a process can make, as data with its source; a factory overrides it with a value of the same name on the
 * material, the machine or the order.
 *
 * @param name name with its unit, for instance {@code minWallMm}
 * @param usual the value when the factory gives none
 * @param source where the usual value comes from, for people who want to check it
 */
public record Threshold(String name, double usual, String source) {
    /** The value that holds for this set-up. */
    public double in(Setup setup) {
        return setup.value(name, usual);
    }
}
