package org.millwright.scheduling.objective;

import java.util.List;

/**
 * What a plan is worth by an {@link Objective}; smaller is better.
 *
 * @param unplanned operations without a place; compared first
 * @param levels the sum of each level, in order, in millionths: so that the order of summing decides nothing
 */
public record ObjectiveValue(int unplanned, List<Double> levels) implements Comparable<ObjectiveValue> {
    private static final double PRECISION = 1e6;

    public ObjectiveValue {
        levels = levels.stream().map(ObjectiveValue::rounded).toList();
    }

    /** A sum to the millionth. */
    public static double rounded(double sum) {
        return Math.rint(sum * PRECISION) / PRECISION;
    }

    /** @throws IllegalArgumentException when the other value has another number of levels */
    @Override
    public int compareTo(ObjectiveValue other) {
        if (levels.size() != other.levels.size()) {
            throw new IllegalArgumentException("Values of %d and of %d levels. Maybe they are of two objectives?"
                    .formatted(levels.size(), other.levels.size()));
        }
        int order = Integer.compare(unplanned, other.unplanned);
        for (int level = 0; order == 0 && level < levels.size(); level++) {
            order = Double.compare(levels.get(level), other.levels.get(level));
        }
        return order;
    }
}
