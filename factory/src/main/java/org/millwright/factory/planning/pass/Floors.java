package org.millwright.factory.planning.pass;

import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.planning.timetable.Floor;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.stereotype.Component;

/** Reads who and what will be available. */
@Component
public class Floors {
    private final Factories factories;
    private final FactoryClock clock;

    Floors(Factories factories, FactoryClock clock) {
        this.factories = factories;
        this.clock = clock;
    }

    public Floor get(FactoryId id) {
        Factory factory = factories.getFactory(id);
        return new Floor(
                clock.instant(),
                factory.zone(),
                factories.listMachines(id).stream().filter(Machine::inService).toList(),
                factories.listPeople(id),
                factories.listDowntimes(id));
    }
}
