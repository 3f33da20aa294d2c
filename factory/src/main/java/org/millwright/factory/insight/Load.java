package org.millwright.factory.insight;

import java.time.LocalDate;

/**
 * What one day asks of one kind of machine, or of people, against what they have.
 *
 * @param group an equipment class, or {@code people}
 * @param plannedH hours that are planned
 * @param openH hours that they are open or at work, less downtimes
 */
public record Load(LocalDate day, String group, double plannedH, double openH) {
    /** The group of all people. */
    public static final String PEOPLE = "people";

    /** Planned ÷ open, 0 to 1 and above; 0 when both are 0. */
    public double share() {
        return openH > 0 ? plannedH / openH : plannedH > 0 ? 1 : 0;
    }
}
