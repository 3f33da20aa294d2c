package org.millwright.processes.motion;

/** How fast a machine may pass from one move to the next without stopping. */
public sealed interface Cornering {
    /** Marlin's classic rule: no axis may change its speed by more than its limit, in mm/s, in one instant. */
    record Jerk(PerAxis limitsMmPerS) implements Cornering {}

    /**
     * GRBL's rule: the speed at which a circle touching both moves, {@code deviationMm} away from the corner, could be
     * followed within the acceleration limit.
     */
    record JunctionDeviation(double deviationMm) implements Cornering {
        public JunctionDeviation {
            if (!(deviationMm > 0)) {
                throw new IllegalArgumentException(
                        "The junction deviation must be above 0 mm, got %s.".formatted(deviationMm));
            }
        }
    }
}
