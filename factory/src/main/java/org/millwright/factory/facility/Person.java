package org.millwright.factory.facility;

import java.util.Set;
import org.millwright.factory.facility.hours.WeeklyHours;
import org.millwright.factory.platform.identity.FactoryId;

/**
 * Somebody who works in a factory.
 *
 * @param role what is shown to others, for instance {@code operator}
 * @param skills what the person may do, for instance {@code printing}
 * @param simulated true for the program's own stand-in; records that it leaves say so
 */
public record Person(
        PersonId id,
        FactoryId factory,
        String name,
        String role,
        Set<String> skills,
        WeeklyHours hours,
        boolean simulated) {
    public Person {
        skills = Set.copyOf(skills);
        if (name.isBlank() || role.isBlank()) {
            throw new IllegalArgumentException(
                    "A person needs a name and a role, got '%s' and '%s'.".formatted(name, role));
        }
    }
}
