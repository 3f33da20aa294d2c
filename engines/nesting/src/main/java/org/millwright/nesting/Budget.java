package org.millwright.nesting;

/**
 * How much searching is allowed; it ends with whichever limit comes first. With the same seed and the same number of
 * threads, a budget that its steps end gives the same layout on every machine.
 *
 * @param steps for each thread: complete layouts built part by part, the first of which is always built, and then moves of
 *     single parts
 * @param seconds time on the clock of the search
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
