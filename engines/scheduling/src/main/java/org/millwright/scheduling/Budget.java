package org.millwright.scheduling;

/**
 * How much searching is allowed; it ends with whichever limit comes first. With the same seed, a budget that its steps
 * end gives the same plan on every machine.
 *
 * @param steps complete plans built, the first of which is always built
 * @param seconds elapsed time
 */
public record Budget(long steps, double seconds) {
    public Budget {
        if (steps < 0) {
            throw new IllegalArgumentException("A budget cannot be negative, got %d steps.".formatted(steps));
        }
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("A budget cannot be negative, got %s s.".formatted(seconds));
        }
    }

    public static Budget ofSteps(long steps) {
        return new Budget(steps, Double.POSITIVE_INFINITY);
    }

    public static Budget ofSeconds(double seconds) {
        return new Budget(Long.MAX_VALUE, seconds);
    }
}
