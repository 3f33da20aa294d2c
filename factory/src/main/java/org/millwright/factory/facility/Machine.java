package org.millwright.factory.facility;

import java.net.URI;
import java.util.Locale;
import org.millwright.factory.facility.hours.WeeklyHours;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.processes.Equipment;

/**
 * One machine of a factory.
 *
 * @param number unique in the factory, for people
 * @param equipmentClass what a process asks for, for instance {@code printer}
 * @param address where its driver finds it, for instance {@code virtual:printer}
 * @param inService false when it is kept but no longer planned
 */
public record Machine(
        MachineId id,
        FactoryId factory,
        int number,
        String name,
        String equipmentClass,
        Equipment equipment,
        URI address,
        MachineCosts costs,
        WeeklyHours hours,
        boolean inService) {
    public Machine {
        if (name.isBlank() || number < 1) {
            throw new IllegalArgumentException(
                    "A machine needs a name and a number from 1, got '%s' and %d.".formatted(name, number));
        }
    }

    /** Whether it is a virtual machine: what it makes exists in the computer only, and records say so. */
    public boolean simulated() {
        String scheme = address.getScheme();
        return scheme != null && scheme.toLowerCase(Locale.ROOT).startsWith("virtual");
    }

    /** The same with other equipment. */
    public Machine with(Equipment other) {
        return new Machine(id, factory, number, name, equipmentClass, other, address, costs, hours, inService);
    }
}
